package io.eidroutes.simulator.smev;

import static io.eidroutes.simulator.smev.HandMade.newMessageId;
import static io.eidroutes.simulator.smev.HandMade.sendRequest;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlEndpointTest extends SimulatorTest {

    @Test
    void whenAScenarioIsPostedThenItIsPlayed() throws Exception {
        assertThat(post("/scenario", "{\"operation\":\"SEND_REQUEST\",\"when\":\"Петров\",\"times\":1,"
                + "\"effects\":[{\"do\":\"fault\",\"name\":\"SMEVFailure\",\"code\":\"7\"}]}").statusCode()).isEqualTo(200);

        HttpResponse<String> answer = call(sendRequest(newMessageId()));

        assertThat(fault(answer)).isEqualTo("SMEVFailure");
        assertThat(text(answer.body(), "Code")).isEqualTo("7");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"do\":\"http\"}", "{\"do\":\"close\",\"moment\":\"MID_ANSWER\"}", "{\"do\":\"slow\",\"millis\":1}",
        "{\"do\":\"esia\",\"errors\":[{\"code\":\"ESIA-000001\",\"message\":\"m\"}]}",
        "{\"do\":\"rejected\",\"reasons\":[{\"code\":\"NO_DATA\",\"message\":\"m\"}]}", "{\"do\":\"interim\"}",
        "{\"do\":\"asyncStatus\",\"category\":\"cancelled\"}", "{\"do\":\"never\"}", "{\"do\":\"late\",\"millis\":1}",
        "{\"do\":\"duplicate\"}", "{\"do\":\"foreign\"}", "{\"do\":\"defective\",\"defect\":\"WRAPPED\"}"})
    void whenAnEffectIsPostedThenItWaits(String effect) throws Exception {
        post("/scenario", "{\"effects\":[" + effect + "]}");

        assertThat(smev.waitingScenarios()).isEqualTo(1);
        post("/reset", "");
        assertThat(smev.waitingScenarios()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"effects\":[{\"do\":\"nothing\"}]}", "{\"effects\":[{\"do\":\"never\"}],\"often\":2}", "["})
    void whenAScenarioIsNotUnderstoodThenBadRequest(String scenario) throws Exception {
        assertThat(post("/scenario", scenario).statusCode()).isEqualTo(400);
        assertThat(smev.waitingScenarios()).isZero();
    }

    @Test
    void whenSettingsArePostedThenOnlyTheirMembersChange() throws Exception {
        assertThat(post("/settings", "{\"redeliverAfterMillis\":5,\"style\":\"ODD\",\"xop\":true}").statusCode()).isEqualTo(200);

        assertThat(smev.settings()).isEqualTo(Settings.standard().withAnswerDelayMillis(0).withRedeliverAfterMillis(5)
                .withReplies(true, "", Style.ODD, false));
        assertThat(post("/settings", "{\"keepMessages\":0}").statusCode()).isEqualTo(400);
    }

    @Test
    void whenMessagesCameThenTheyAreToldWithTheirCounts() throws Exception {
        String messageId = send();
        receive();

        JsonNode all = new ObjectMapper().readTree(get("/received").body());
        JsonNode one = new ObjectMapper().readTree(get("/received/" + messageId).body());

        assertThat(all.at("/totals/accepted").asInt()).isEqualTo(1);
        assertThat(all.at("/totals/getResponses").asInt()).isEqualTo(1);
        assertThat(all.at("/messages/0/messageId").asText()).isEqualTo(messageId);
        assertThat(one.get("accepted").asBoolean()).isTrue();
        assertThat(one.get("count").asInt()).isEqualTo(1);
        post("/forget", "");
        assertThat(get("/received/" + messageId).statusCode()).isEqualTo(404);
        assertThat(smev.received().totals().accepted()).isEqualTo(1);
    }

    @Test
    void whenACertificateIsPostedThenItsOwnerMaySend() throws Exception {
        SigningKey esia = SigningKey.demonstration("esia");
        String data = HandMade.data(newMessageId(), "", HandMade.claim(), "");
        assertThat(fault(call(sendRequest(data, esia)))).isEqualTo("CertificateIsNotFound");

        post("/certificate", esia.pem());

        assertThat(call(sendRequest(data, esia)).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return HandMade.post(url(path), body);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(url(path))).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String url(String path) {
        return "http://127.0.0.1:" + simulators.port() + SmevSimulator.CONTROL + path;
    }
}
