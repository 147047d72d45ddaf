package io.eidroutes.identification.browser;

import io.eidroutes.failure.Catalogue;
import io.eidroutes.failure.Family;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The step of {@code routes/identification/outcome.camel.yaml}: the page after the callback. Its URL names an outcome and
 * no identification, so there is nothing to steal in it; whatever it names, only texts of ours are shown.
 */
public final class OutcomePage {

    private final PageAnswers answers;
    private final Catalogue catalogue;

    OutcomePage(PageAnswers answers, Catalogue catalogue) {
        this.answers = answers;
        this.catalogue = catalogue;
    }

    public void show(Exchange exchange) {
        BrowserRequest request = BrowserRequest.of(exchange);
        MultiValueMap<String, String> query =
                UriComponentsBuilder.newInstance().query(request.query().orElse("")).build().getQueryParams();
        String language = BrowserRequest.language(first(query, "language")).orElseGet(request::language);
        String outcome = first(query, "outcome").orElse("");
        byte[] html = switch (outcome) {
            case "ready", "under-way" -> answers.pages().outcome(language, outcome);
            case "failed" -> failure(language, query);
            default -> answers.pages().outcome(language, "unknown");
        };
        answers.page(exchange, 200, html);
    }

    private byte[] failure(String language, MultiValueMap<String, String> query) {
        Optional<Family> family = first(query, "family")
                .flatMap(label -> Arrays.stream(Family.values()).filter(known -> known.label().equals(label)).findFirst());
        String code = first(query, "code").filter(known -> family.isPresent() && catalogue.knows(family.get(), known))
                .orElse(Catalogue.OTHERWISE);
        return answers.pages().failure(language, family.orElse(Family.AITU_AUTHORIZATION), code);
    }

    private static Optional<String> first(MultiValueMap<String, String> query, String name) {
        try {
            return Optional.ofNullable(query.getFirst(name)).map(value -> UriUtils.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
