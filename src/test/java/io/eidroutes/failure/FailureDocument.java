package io.eidroutes.failure;

import io.eidroutes.failure.FailureRoute.Branch;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Writes {@code src/docs/failures.md} from the catalogue and the routers: a table a family, a line a code. */
final class FailureDocument {

    static final Path FILE = Path.of("src", "docs", "failures.md");

    private static final Map<Family, String> ABOUT = about();

    private final Catalogue catalogue = Catalogue.load();

    String text() {
        StringBuilder page = new StringBuilder("""
                # Failures

                Made from `src/main/resources/failures.yaml` and the routers of `routes/failure/`, and not to be edited: after a
                change of either, `mvn test -Dtest=FailureDocumentTest -Dfailures.write=true` writes it anew.

                - **treatment**: where the branch of the code leads, in `routes/failure/route-FAMILY-failure.camel.yaml`. Moving a
                  code to another treatment is that one line.
                - **kind**: who can act. `user`: the person; `partner`: the organisation or its operator; `retry`: nobody, it passes;
                  `security`: it looks like tampering; `unknown`: no document names the code.
                - **again**: whether the caller is told that the same request may succeed later (`retryable`).
                - **HTTP**: the status of the problem document. Where none is given, the failure ends a claim or an identification
                  that was accepted; a call that meets it all the same gets 422 for `user`, 503 for `retry`, else 502.
                - **source**: (D) documented for this service, (S) for sibling services, (standard) in the standard that it keeps to,
                  (P) seen in partners' code, or ours.

                A text in Russian is the documented one; messages and advice are in Russian, Kazakh and English in the catalogue.

                ## Treatments

                | treatment | kind | again | what happens |
                |---|---|---|---|
                """);
        FailureRoute.treatments().forEach(treatment -> page.append(line(code(treatment),
                String.join(" or ", FailureRoute.of(treatment).possibleKinds()), again(treatment), whatHappens(treatment))));
        for (Family family : Family.values()) {
            page.append("\n## ").append(family.label()).append("\n\n").append(ABOUT.get(family)).append("\n\n")
                    .append("| code | treatment | kind | again | HTTP | message | advice | source |\n")
                    .append("|---|---|---|---|---|---|---|---|\n");
            Map<String, String> leadsTo = leadsTo(family);
            catalogue.entries().stream().filter(entry -> entry.family() == family)
                    .forEach(entry -> page.append(line(entry, leadsTo.get(entry.code()))));
        }
        return page.toString();
    }

    private static Map<String, String> leadsTo(Family family) {
        FailureRoute router = FailureRoute.routerOf(family);
        Map<String, String> treatments = router.branches("failureCode").stream()
                .collect(Collectors.toMap(Branch::value, branch -> String.join(", ", branch.leadsTo())));
        treatments.put(Catalogue.OTHERWISE, String.join(", ", router.otherwise()));
        return treatments;
    }

    private static String line(CatalogueEntry entry, String treatment) {
        OptionalInt status = entry.status();
        boolean documented = !entry.source().equals(Catalogue.OURS) && !entry.source().contains("standard")
                && !entry.source().contains("(P)");
        String message = entry.message().en() + (documented ? "<br>" + entry.message().ru() : "");
        return line(entry.code().equals(Catalogue.OTHERWISE) ? "*otherwise*" : code(entry.code()), code(treatment),
                entry.kind().label(), again(treatment), status.isPresent() ? String.valueOf(status.getAsInt()) : "",
                message, entry.advice().en(), entry.source());
    }

    private static String line(String... cells) {
        return "| " + String.join(" | ", List.of(cells).stream()
                .map(cell -> cell.replace("|", "\\|").replace("\n", "<br>")).toList()) + " |\n";
    }

    private static String code(String name) {
        return "`" + name + "`";
    }

    /** A treatment that only chooses says yes where one that it leads to does. */
    private static String again(String treatment) {
        FailureRoute route = FailureRoute.of(treatment);
        return route.variable("retryable")
                .or(() -> route.possibleKinds().contains("retry") ? Optional.of("true") : Optional.empty())
                .filter("true"::equals).map(yes -> "yes").orElse("");
    }

    /** What the description of the route says behind the word Treatment. */
    private static String whatHappens(String treatment) {
        String description = FailureRoute.of(treatment).route().path("description").asText();
        int at = description.indexOf("Treatment: ");
        if (at < 0) {
            throw new AssertionError(treatment + ": its description does not say what the treatment is");
        }
        String what = description.substring(at + "Treatment: ".length()).strip();
        return what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1);
    }

    private static Map<Family, String> about() {
        Map<Family, String> about = new LinkedHashMap<>();
        about.put(Family.AITU_AUTHORIZATION, "What Aitu Passport reports by the callback, and what is wrong with a callback, a start "
                + "page or a browser. The person sees a page; the partner reads it in `GET /api/v1/identifications/{id}`.");
        about.put(Family.AITU_TOKEN, "The exchange of the code for tokens, and the verified phone before it.");
        about.put(Family.ID_TOKEN, "The checks of the id_token.");
        about.put(Family.COID, "The ЦОИД adapter and the checks behind it; its documented messages are recognised in the callback's "
                + "`error_description` and in the adapter's answer, whatever their spacing and case.");
        about.put(Family.ESIA, "What ESIA answers to a claim with `FAULT`. Code and message of ESIA reach the caller verbatim.");
        about.put(Family.SMEV_REJECTION, "`RequestRejected`: the provider refuses the request.");
        about.put(Family.SMEV_FAULT, "Faults and final statuses of СМЭВ 3, and messages of СМЭВ that are not to be trusted. The other "
                + "asynchronous statuses are no failures: the claim waits on.");
        about.put(Family.VALIDATION, "Requests that are refused before anything is sent, at each of the doors.");
        about.put(Family.TRANSPORT, "The network, the broker, the store, and what ends by time.");
        return about;
    }
}
