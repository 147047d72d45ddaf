package io.eidroutes.simulator.aitu;

import io.eidroutes.simulator.scenario.Effect;
import io.eidroutes.simulator.scenario.Operation;
import io.eidroutes.simulator.scenario.Scenarios;
import io.eidroutes.simulator.web.Refusal;
import io.eidroutes.simulator.web.Reply;
import io.eidroutes.simulator.web.Request;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The browser's way through Aitu Passport: from the link over IIN and face back to the partner. */
final class AuthorizationDesk {

    private static final String LIVENESS = "Ошибка при определении живости лица";
    private static final String MISMATCH = "Фотография лица пользователя не совпадает с фотографией в государственной базе данных";

    private final Map<String, Visit> visits = new ConcurrentHashMap<>();
    private final AuthorizationCheck check;
    private final Codes codes;
    private final RequestIds requestIds;
    private final Ledger ledger;
    private final Scenarios scenarios;
    private final Supplier<Settings> settings;

    AuthorizationDesk(AuthorizationCheck check, Codes codes, RequestIds requestIds, Ledger ledger, Scenarios scenarios,
                      Supplier<Settings> settings) {
        this.check = check;
        this.codes = codes;
        this.requestIds = requestIds;
        this.ledger = ledger;
        this.scenarios = scenarios;
        this.settings = settings;
    }

    /** The link. */
    Reply arrive(Request http) {
        if (!http.method().equals("GET")) {
            throw new Refusal(405, "GET only");
        }
        Request.Parameters link = http.parameters();
        Settings now = settings.get();
        try {
            AuthorizationCheck.checkTarget(link, now);
        } catch (OAuthError error) {
            ledger.authorization(link.first(), Optional.of(error.getMessage()));
            return Reply.page(400, Pages.wrongLink(error.getMessage()));
        }
        AuthorizationRequest request;
        try {
            request = check.check(http.query(), link, now);
        } catch (OAuthError error) {
            ledger.authorization(link.first(), Optional.of(error.getMessage()));
            return back(new AuthorizationRequest(http.query(), link.first(), ""),
                    Map.of("error", error.error(), "error_description", error.getMessage()));
        }
        ledger.authorization(link.first(), Optional.empty());
        if (!now.automaticIin().isEmpty()) {
            return identified(request, request.one("iin").orElse(now.automaticIin()));
        }
        String id = Secrets.next();
        visits.put(id, Visit.of(request));
        return Reply.seeOther(now.issuer() + AituSimulator.VISIT + id);
    }

    /** A page, or what the user did on it. */
    Reply visit(Request http, String id) {
        Visit visit = Optional.ofNullable(visits.get(id)).orElseThrow(() -> new Refusal(404, "no such visit"));
        if (http.method().equals("GET")) {
            return Reply.page(200, Pages.of(visit));
        }
        Request.Parameters form = http.form();
        String action = form.one("action").orElse("");
        return switch (visit.step() + " " + action) {
            case "IIN iin" -> show(id, typed(visit, form.one("iin").orElse("").strip()));
            case "FACE face" -> checked(id, visit);
            case "FACE liveness" -> show(id, visit.failed(LIVENESS));
            case "FACE mismatch" -> show(id, visit.failed(MISMATCH));
            case "FAILED again" -> show(id, visit.face(visit.iin()));
            case "FAILED back" -> show(id, visit.askIin());
            case "FAILED leave" -> leaveAfterFailure(id, visit);
            case "IIN leave", "FACE leave" -> {
                visits.remove(id);
                yield back(visit.request(), Map.of("error", "access_denied",
                        "error_description", "The resource owner denied the request"));
            }
            default -> throw new Refusal(400, "nothing that this page offers");
        };
    }

    private static Visit typed(Visit visit, String iin) {
        return iin.matches("\\d{12}") ? visit.face(iin) : visit.askIinAgain(iin);
    }

    private Reply checked(String id, Visit visit) {
        Optional<CoidFailure> failure = CoidFailure.of(visit.iin())
                .filter(documented -> settings.get().coidFailures() != Settings.CoidFailures.ADAPTER);
        if (failure.isPresent()) {
            return show(id, visit.failed(failure.get().onPage()));
        }
        visits.remove(id);
        return identified(visit.request(), visit.iin());
    }

    private Reply leaveAfterFailure(String id, Visit visit) {
        Settings now = settings.get();
        if (now.coidFailures() == Settings.CoidFailures.NONE) {
            return show(id, visit.left());
        }
        visits.remove(id);
        String shown = visit.failure().orElseThrow();
        String message = CoidFailure.of(visit.iin()).filter(documented -> documented.onPage().equals(shown))
                .map(CoidFailure::message).orElse(shown);
        return back(visit.request(), Map.of("error", now.leaveError(), "error_description", message));
    }

    private Reply show(String id, Visit visit) {
        visits.put(id, visit);
        return Reply.seeOther(settings.get().issuer() + AituSimulator.VISIT + id);
    }

    private Reply identified(AuthorizationRequest request, String iin) {
        String subject = UUID.nameUUIDFromBytes(("subject " + iin).getBytes(StandardCharsets.UTF_8)).toString();
        String code = codes.issue(new Identified(request, iin, requestIds.of(iin, request.renewsRequestId()), subject));
        ledger.count(Ledger.Count.CODES);
        return back(request, Map.of("code", code));
    }

    /** To the partner, whatever a scenario makes of it. */
    private Reply back(AuthorizationRequest request, Map<String, String> outcome) {
        ledger.callback(outcome.containsKey("code") ? "code" : outcome.get("error"));
        Map<String, String> parameters = new LinkedHashMap<>(outcome);
        request.one("state").ifPresent(state -> parameters.put("state", state));
        if (settings.get().callbackIss()) {
            parameters.put("iss", settings.get().issuer());
        }
        List<String> twice = List.of();
        for (Effect effect : scenarios.take(Operation.CALLBACK, request.query())) {
            if (effect instanceof Effects.Callback changed) {
                changed.remove().forEach(parameters::remove);
                parameters.putAll(changed.set());
                twice = changed.twice();
            }
        }
        return Reply.seeOther(Addresses.with(request.redirectUri(), parameters, twice));
    }

    void clear() {
        visits.clear();
    }
}
