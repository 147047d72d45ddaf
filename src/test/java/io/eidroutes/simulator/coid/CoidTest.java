package io.eidroutes.simulator.coid;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eidroutes.simulator.Simulators;
import io.eidroutes.simulator.aitu.CoidFailure;
import io.eidroutes.simulator.scenario.Disturbance;
import io.eidroutes.simulator.scenario.Effect;
import io.eidroutes.simulator.scenario.Operation;
import io.eidroutes.simulator.scenario.Scenario;
import io.eidroutes.simulator.web.Caller;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoidTest {

    private static final String IIN = "900517400019";
    private static final String ASKED = "{\"iin\":\"" + IIN + "\",\"requestId\":\"r-1\"}";
    private static final String CREDENTIALS = Caller.basic("admin", "coidtestpassword");

    private Simulators simulators;
    private CoidSimulator coid;

    @BeforeEach
    void start() {
        simulators = Simulators.start(0);
        coid = simulators.coid();
    }

    @AfterEach
    void stop() {
        simulators.close();
    }

    @Test
    void whenAPersonIsAskedForThenTheDocumentedAnswerComes() throws Exception {
        JsonNode answer = Caller.json(ask(ASKED));

        assertThat(answer.at("/person/iin").asText()).isEqualTo(IIN);
        assertThat(answer.at("/person/documents/0/type/nameRu").asText()).isEqualTo("УДОСТОВЕРЕНИЕ РК");
        assertThat(answer.get("minConfidenceLevel").isDouble()).isTrue();
        assertThat(Base64.getDecoder().decode(answer.get("photo").asText())).startsWith(0xFF, 0xD8);
        assertThat(coid.received().delivered()).isEqualTo(1);
        assertThat(coid.received().newest()).singleElement().satisfies(one -> assertThat(one.outcome()).isEqualTo("delivered"));
    }

    @Test
    void whenItIsAskedByGetThenTheAnswerIsTheSameUnlessOneMethodIsSet() throws Exception {
        String url = coid.base() + "/v1/personal-data?iin=" + IIN + "&requestId=r-1";

        assertThat(Caller.json(Caller.get(url, "Authorization", CREDENTIALS)).at("/person/iin").asText()).isEqualTo(IIN);
        coid.change("{\"methods\":[\"POST\"]}");
        assertThat(Caller.get(url, "Authorization", CREDENTIALS).statusCode()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin:wrong", "other:coidtestpassword", "admin%3A:coidtestpassword"})
    void whenTheCredentialsAreWrongThenUnauthorized(String credentials) throws Exception {
        String[] parts = credentials.split(":");
        HttpResponse<String> answer = Caller.postJson(coid.base() + "/v1/personal-data", ASKED,
                "Authorization", Caller.basic(parts[0], parts[1]));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(coid.received().refusals()).containsEntry("unauthorized", 1L);
    }

    @Test
    void whenTheSecretHasOddCharactersThenItIsTakenAsItIs() throws Exception {
        coid.change("{\"password\":\"a+b%20:c\"}");

        assertThat(Caller.postJson(coid.base() + "/v1/personal-data", ASKED, "Authorization", Caller.basic("admin", "a+b%20:c"))
                .statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[", "{\"iin\":\"900517400019\"}", "{\"iin\":900517400019,\"requestId\":\"r\"}",
        "{\"iin\":\"90051740001\",\"requestId\":\"r\"}", "{\"iin\":\"900517400019\",\"requestId\":\"\"}", "{\"iin\":\"900517400019\",\"requestId\":7}"})
    void whenTheRequestIsMalformedThenItIsRefused(String body) throws Exception {
        assertThat(ask(body).statusCode()).isEqualTo(400);
        assertThat(coid.received().refusals()).containsEntry("malformed", 1L);
    }

    @Test
    void whenTheBodyIsNoJsonThenItIsRefused() throws Exception {
        assertThat(Caller.postForm(coid.base() + "/v1/personal-data", Map.of("iin", IIN), "Authorization", CREDENTIALS).statusCode())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @EnumSource(CoidFailure.class)
    void whenATestIinIsAskedForThenItsMessageComes(CoidFailure failure) throws Exception {
        HttpResponse<String> answer = ask("{\"iin\":\"" + failure.iin() + "\",\"requestId\":\"r\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Caller.json(answer).get("message").asText()).isEqualTo(failure.message());
        assertThat(coid.received().refusals()).containsEntry(failure.iin(), 1L);
    }

    @ParameterizedTest
    @CsvSource({"error,403", "error_description,422", "code,500"})
    void whenTheSettingsSaySoThenTheMessageStandsElsewhere(String member, int status) throws Exception {
        coid.change("{\"errorMember\":\"" + member + "\",\"errorStatus\":" + status + "}");

        HttpResponse<String> answer = ask("{\"iin\":\"000000000002\",\"requestId\":\"r\"}");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Caller.json(answer).get(member).asText()).isEqualTo(CoidFailure.AGE.message());
    }

    @Test
    void whenTheMessageIsPlainTextThenItIs() throws Exception {
        coid.change("{\"errorMember\":\"\"}");

        assertThat(ask("{\"iin\":\"000000000002\",\"requestId\":\"r\"}").body()).isEqualTo(CoidFailure.AGE.message());
    }

    @Test
    void whenTheRequestIdIsExpiredOrUnknownThenItIsRefused() throws Exception {
        Caller.postJson("http://127.0.0.1:" + simulators.port() + CoidSimulator.CONTROL + "expire", "{\"requestId\":\"r-1\"}");
        assertThat(Caller.json(ask(ASKED)).get("message").asText()).isEqualTo("requestId is expired");

        coid.reset();
        coid.change("{\"knownRequestsOnly\":true}");
        assertThat(Caller.json(ask(ASKED)).get("message").asText()).isEqualTo("requestId is not found");
    }

    @ParameterizedTest
    @CsvSource({"WRAPPED,/data/person/iin,900517400019", "VERIFY_RESPONSE_WRAPPED,/verifyResponse/minConfidenceLevel,0.87",
        "WITHOUT_PERSON,/person,", "OTHER_IIN,/person/iin,900101300007", "WITHOUT_IIN,/person/iin,", "MINIMAL,/person/name,",
        "WITHOUT_CONFIDENCE,/minConfidenceLevel,", "UNKNOWN_FIELDS,/traceId,unknown-0", "WRONG_TYPES,/minConfidenceLevel,high",
        "NULLS,/photo,null", "ARRAY,/0/person/iin,900517400019"})
    void whenAnotherShapeIsToComeThenItDoes(Shape shape, String pointer, String value) throws Exception {
        assertThat(Caller.json(meets(new Effects.Answer(shape))).at(pointer).asText()).isEqualTo(value == null ? "" : value);
        assertThat(Caller.json(ask(ASKED)).at("/person/iin").asText()).isEqualTo(IIN);
    }

    @Test
    void whenThePhotoIsToBeLargeOrLeftOutThenItIs() throws Exception {
        coid.change("{\"photoBytes\":2000000}");
        assertThat(Base64.getDecoder().decode(Caller.json(ask(ASKED)).get("photo").asText())).hasSize(2_000_000);
        coid.change("{\"photo\":false}");
        assertThat(Caller.json(ask(ASKED)).has("photo")).isFalse();
    }

    @Test
    void whenAnErrorIsToComeThenItDoes() throws Exception {
        HttpResponse<String> answer = meets(new Effects.CoidError(418, "Ошибка при определении живости лица"));

        assertThat(answer.statusCode()).isEqualTo(418);
        assertThat(Caller.json(answer).get("message").asText()).isEqualTo("Ошибка при определении живости лица");
        assertThat(coid.received().delivered()).isZero();
    }

    @Test
    void whenTheAnswerIsToBeDisturbedThenItIs() throws Exception {
        assertThat(meets(Disturbance.Http.status(503)).statusCode()).isEqualTo(503);
        assertThat(coid.received().delivered()).isZero();
        assertThat(meets(Disturbance.Http.json("not json")).body()).isEqualTo("not json");
        assertThat(meets(new Disturbance.Huge(1_000_000, false)).body()).hasSizeGreaterThan(1_000_000);
        Caller.get(Caller.location(meets(new Disturbance.Redirect(302, ""))));
        assertThat(coid.received().followedRedirects()).isEqualTo(1);
        assertThat(coid.received().requests()).isEqualTo(4);
    }

    @Test
    void whenTheControlInterfaceIsUsedThenTheSameHappens() throws Exception {
        String control = "http://127.0.0.1:" + simulators.port() + CoidSimulator.CONTROL;
        Caller.postJson(control + "scenario", "{\"times\":-1,\"when\":\"r-1\",\"effects\":[{\"do\":\"shape\",\"shape\":\"WITHOUT_PERSON\"}]}");
        assertThat(Caller.json(ask(ASKED)).has("person")).isFalse();
        assertThat(Caller.json(ask(ASKED)).has("person")).isFalse();
        assertThat(Caller.json(ask(ASKED.replace("r-1", "r-2"))).has("person")).isTrue();
        assertThat(Caller.json(Caller.get(control + "received")).get("requests").asInt()).isEqualTo(3);

        Caller.postJson(control + "reset", "");

        assertThat(coid.waitingScenarios()).isZero();
        assertThat(Caller.json(Caller.get(control + "received")).get("requests").asInt()).isZero();
        assertThat(Caller.json(Caller.postJson(control + "settings", "{\"login\":\"bank\"}")).get("login").asText()).isEqualTo("bank");
        assertThat(Caller.postJson(control + "settings", "{\"logins\":\"bank\"}").statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> meets(Effect effect) throws Exception {
        coid.next(Scenario.on(Operation.PERSONAL_DATA, effect));
        return ask(ASKED);
    }

    private HttpResponse<String> ask(String body) throws Exception {
        return Caller.postJson(coid.base() + "/v1/personal-data", body, "Authorization", CREDENTIALS);
    }
}
