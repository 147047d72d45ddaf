package io.eidroutes.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A test script of the collection fails when it should. */
class PostmanScriptTest {

    private static HttpServer server;
    private static HttpResponse<String> answer;

    @BeforeAll
    static void ask() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = "{\"a\":{\"b\":[{\"c\":\"x/y\"}]},\"n\":1}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Location", "http://there?code=42&state=s");
            exchange.sendResponseHeaders(201, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/")).build(), HttpResponse.BodyHandlers.ofString());
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @Test
    void whenTheAnswerIsAsExpectedThenVariablesAreSetFromIt() throws Exception {
        Map<String, String> variables = new TreeMap<>();

        PostmanScript.run(List.of(
                "pm.test(\"201\", () => pm.response.to.have.status(201));",
                "pm.test(\"there\", () => pm.response.to.have.header(\"Location\"));",
                "pm.test(\"c\", () => pm.expect(pm.response.json().a.b[0].c).to.eql(\"x/y\"));",
                "pm.test(\"n\", () => pm.expect(pm.response.json().n).to.eql(1));",
                "pm.collectionVariables.set(\"code\", pm.response.headers.get(\"Location\").match(/[?&]code=([^&]+)/)[1]);",
                "pm.collectionVariables.set(\"last\", pm.response.json().a.b[0].c.match(/([^\\/]+)$/)[1]);",
                "pm.collectionVariables.set(\"whole\", pm.response.json().a.b[0].c);"), answer, variables);

        assertThat(variables).isEqualTo(Map.of("code", "42", "last", "y", "whole", "x/y"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "pm.test(\"200\", () => pm.response.to.have.status(200));",
        "pm.test(\"there\", () => pm.response.to.have.header(\"Retry-After\"));",
        "pm.test(\"c\", () => pm.expect(pm.response.json().a.b[0].c).to.eql(\"other\"));",
        "pm.test(\"n\", () => pm.expect(pm.response.json().n).to.eql(\"1\"));",
        "pm.test(\"missing\", () => pm.expect(pm.response.json().a.d).to.eql(null));",
        "pm.collectionVariables.set(\"code\", pm.response.headers.get(\"Location\").match(/[?&]error=([^&]+)/)[1]);"})
    void whenTheAnswerIsNotAsExpectedThenTheScriptFails(String line) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> PostmanScript.run(List.of(line), answer, new TreeMap<>()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pm.test(\"201\", () => pm.response.to.be.ok);", "console.log(1);"})
    void whenALineIsOfAnotherFormThenItIsRefused(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> PostmanScript.run(List.of(line), answer, new TreeMap<>()));
    }
}
