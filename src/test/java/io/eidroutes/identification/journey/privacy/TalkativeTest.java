package io.eidroutes.identification.journey.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.eidroutes.identification.journey.HostileTest;
import io.eidroutes.identification.journey.Visitor;
import io.eidroutes.simulator.aitu.Effects;
import io.eidroutes.simulator.aitu.IdTokenDefect;
import io.eidroutes.simulator.coid.Shape;
import io.eidroutes.simulator.scenario.Disturbance;
import io.eidroutes.simulator.scenario.Effect;
import io.eidroutes.simulator.scenario.Operation;
import io.eidroutes.simulator.scenario.Scenario;
import io.eidroutes.simulator.web.Caller;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Journeys in which provider, adapter and partner say too much, and what they said. */
abstract class TalkativeTest extends HostileTest {

    static final String IIN = "910203400127";
    static final String SURNAME = "ТАЙНОФАМИЛИНА";
    private static final String NAME = "ТАЙНОИМЁННА";
    private static final String NUMBER = "N77889900X";
    private static final String STREET = "ТАЙНОУЛИЧНАЯ";
    private static final String SUBJECT = "mark-of-subject";
    private static final String ACCESS_TOKEN = "mark-of-access-token";
    static final String WORDS = SURNAME + " " + IIN + " mark-of-words";
    /** Of a text that is no JSON: a parser would love to quote it. */
    static final String TORN = "{\"" + SURNAME + "\":\"" + IIN + "\",mark-of-words";
    static final Map<String, String> ASKED = Map.of("iin", IIN, "phone", PHONE);
    private static final Pattern SECRET_PARAMETER =
            Pattern.compile("[?&](state|nonce|code|code_challenge|otp_confirmation|result_ticket)=([^&]{8,})");
    private static final Pattern COOKIE = Pattern.compile("^eid-[^=]+=([^;]{8,})");

    private final List<Visitor> visitors = new ArrayList<>();
    private final List<Begun> identifications = new ArrayList<>();

    final String home() {
        return callbackUrl().replace("/aitu/callback", "");
    }

    final List<Visitor> visitors() {
        return visitors;
    }

    final String anyIdentification() {
        return identifications.get(0).id();
    }

    /** All secrets of the run. */
    final Marks marks() {
        Marks marks = new Marks();
        Map.of("IIN", IIN, "phone", PHONE, "surname", SURNAME, "name", NAME, "number", NUMBER, "street", STREET,
                "subject", SUBJECT, "access token", ACCESS_TOKEN, "words", "mark-of-words", "caller", "mark-of-caller")
                .forEach(marks::add);
        marks.add("IIN of others", SOMEBODY);
        marks.add("JWT", "eyJhbGciOi");
        marks.add("photo", "/9j/4AAQSkZJRg");
        marks.add("client secret", aitu().settings().clientSecret());
        marks.add("client secret", Caller.encode(aitu().settings().clientSecret()));
        marks.add("password of the adapter", coid().settings().password());
        marks.add("password of the partner", credentials().substring("Basic ".length()));
        marks.add("credentials", "Authorization: Basic");
        for (Begun begun : identifications) {
            marks.add("ticket", begun.startUrl().substring(begun.startUrl().lastIndexOf('/') + 1));
        }
        for (Visitor visitor : visitors) {
            visitor.seen().forEach(answer -> secretsOf(answer, marks));
        }
        aitu().received().tokenRequests().forEach(request -> {
            marks.add("code", request.parameters().get("code"));
            Optional.ofNullable(request.parameters().get("code_verifier"))
                    .ifPresent(verifier -> marks.add("code verifier", verifier));
        });
        coid().received().newest().forEach(request -> marks.add("requestId", request.requestId()));
        return marks;
    }

    private static void secretsOf(HttpResponse<String> answer, Marks marks) {
        answer.headers().firstValue("Location").map(SECRET_PARAMETER::matcher).ifPresent(parameter -> {
            while (parameter.find()) {
                marks.add(parameter.group(1), parameter.group(2));
            }
        });
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            Matcher value = COOKIE.matcher(cookie);
            if (value.find()) {
                marks.add("cookie", value.group(1));
            }
        }
    }

    final void goodJourneys() throws Exception {
        for (int i = 0; i < 3; i++) {
            Begun begun = talkative(i == 0 ? Map.of() : ASKED);
            soon().untilAsserted(() -> assertThat(read(begun).path("state").asText()).isEqualTo("ready"));
            assertThat(begun.visitor().follow(begun.visitor().get(partner().home() + "result/" + begun.id())).body())
                    .contains(IIN, SURNAME, NUMBER);
            if (i == 2) {
                // The partner confirms by erasing; the other results stay, encrypted.
                begun.visitor().post(partner().home() + "erase/" + begun.id(), Map.of());
            }
        }
    }

    /** Identified at once, with a person of whom much is told. */
    final Begun talkative(Map<String, String> asked) throws Exception {
        aitu().next(Scenario.on(Operation.TOKEN, new Effects.IdToken(IdTokenDefect.NO_AT_HASH),
                new Effects.TokenAnswer(Map.of("access_token", new TextNode(ACCESS_TOKEN)), List.of()),
                new Effects.Claims(Map.of("sub", new TextNode(SUBJECT), "first_name", new TextNode(NAME),
                        "last_name", new TextNode(SURNAME)), List.of())));
        coid().next(Scenario.on(Operation.PERSONAL_DATA, new Disturbance.Replace("ТЕСТОВА", SURNAME),
                new Disturbance.Replace("АЛИЯ", NAME), new Disturbance.Replace("000000001", NUMBER),
                new Disturbance.Replace("ПРИМЕРНАЯ", STREET)));
        return travel(asked);
    }

    /** The whole way, wherever it ends. */
    private Begun travel(Map<String, String> asked) throws Exception {
        aitu().change("{\"automaticIin\":\"" + IIN + "\"}");
        Visitor visitor = new Visitor();
        visitors.add(visitor);
        Begun begun = begin(visitor, asked);
        identifications.add(begun);
        visitor.follow(start(begun));
        read(begun);
        return begun;
    }

    final void meets(Operation operation, Effect... effects) throws Exception {
        Scenario scenario = Scenario.on(operation, effects);
        if (operation == Operation.PERSONAL_DATA) {
            coid().next(scenario);
        } else {
            aitu().next(scenario);
        }
        travel(ASKED);
    }

    final void journeyWithDefect(IdTokenDefect defect) throws Exception {
        meets(Operation.TOKEN, new Effects.IdToken(defect));
    }

    final void hostileAnswers() throws Exception {
        List<Effect> torn = List.of(
                new Disturbance.Http(200, TORN, "application/json", true),
                new Disturbance.Http(500, TORN, "application/json", true),
                new Disturbance.Http(503, WORDS, "text/plain; charset=utf-8", true),
                new Disturbance.Redirect(302, "http://127.0.0.1:1/?mark-of-words=" + IIN),
                new Disturbance.Close(Disturbance.Close.Moment.MID_ANSWER),
                new Disturbance.Header("Content-Encoding", "mark-of-words"),
                new Disturbance.Header("Content-Type", "mark-of-words"),
                new Disturbance.Header("Set-Cookie", "mark-of-words=" + IIN));
        for (Operation operation : List.of(Operation.TOKEN, Operation.TRUSTED_PHONE, Operation.PERSONAL_DATA)) {
            for (Effect effect : torn) {
                meets(operation, effect);
            }
        }
        for (Effect effect : torn) {
            // A key that nobody knows makes the application ask for the keys.
            aitu().next(Scenario.on(Operation.JWKS, effect));
            meets(Operation.TOKEN, new Effects.IdToken(IdTokenDefect.UNKNOWN_KID));
        }
        for (String header : List.of("alg", "typ", "kid", "crit", "jku", "x5u")) {
            meets(Operation.TOKEN, new Effects.JoseHeader(Map.of(header, new TextNode("mark-of-words")), List.of()));
        }
        for (String claim : List.of("iss", "aud", "azp", "exp", "iat", "nonce", "sub", "at_hash", "phone", "idpc_verification")) {
            meets(Operation.TOKEN, new Effects.Claims(Map.of(claim, new TextNode(WORDS)), List.of()));
        }
        for (String error : List.of("invalid_grant", "mark-of-words", IIN, WORDS)) {
            meets(Operation.TOKEN, new Effects.TokenError(error, WORDS, false, 0));
            meets(Operation.CALLBACK, Effects.Callback.error(error, WORDS));
        }
        for (String message : List.of(WORDS, IIN, "Проверку можно пройти при достижении 16 летнего возраста " + WORDS)) {
            for (String member : List.of("message", "code", "")) {
                coid().change("{\"errorMember\":\"" + member + "\"}");
                meets(Operation.PERSONAL_DATA, new io.eidroutes.simulator.coid.Effects.CoidError(0, message));
            }
        }
        // What stands beside the words that anybody would look for.
        meets(Operation.CALLBACK, Effects.Callback.error("access_denied", WORDS),
                Effects.Callback.set("error_uri", "https://mark-of-words.example/" + IIN));
        meets(Operation.CALLBACK, Effects.Callback.error("access_denied", "ИИН не найден в базе данных государственного органа " + WORDS));
        String told = "\"error_description\":\"" + WORDS + "\",\"error_uri\":\"https://mark-of-words.example/" + IIN
                + "\",\"technicalMessage\":\"" + WORDS + "\",\"stackTrace\":[\"" + WORDS + "\"]}";
        for (Operation operation : List.of(Operation.TOKEN, Operation.TRUSTED_PHONE, Operation.PERSONAL_DATA)) {
            meets(operation, new Disturbance.Http(400, "{\"error\":\"invalid_grant\"," + told, "application/json", true));
        }
        for (Shape shape : Shape.values()) {
            meets(Operation.PERSONAL_DATA, new Disturbance.Replace("ТЕСТОВА", SURNAME),
                    new io.eidroutes.simulator.coid.Effects.Answer(shape));
        }
        meets(Operation.PERSONAL_DATA, new Disturbance.Replace("\"name\"", "\"" + SURNAME + "\":1,\"" + SURNAME + "\""));
    }
}
