package io.eidroutes.identification.journey.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.identification.journey.Visitor;
import io.eidroutes.simulator.aitu.Effects;
import io.eidroutes.simulator.scenario.Operation;
import io.eidroutes.simulator.web.Caller;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Browsers and partners who say too much at our own doors. */
abstract class TalkativeCallersTest extends TalkativeTest {

    final void hostileCallbacks() throws Exception {
        for (Effects.Callback changed : List.of(
                Effects.Callback.wrongState(),
                Effects.Callback.missingState(),
                Effects.Callback.twice("code"),
                Effects.Callback.set("error", WORDS),
                Effects.Callback.set("iss", "https://mark-of-words.example/" + IIN),
                Effects.Callback.set("state", IIN + "mark-of-words"),
                Effects.Callback.set(SURNAME, WORDS),
                Effects.Callback.set("code", WORDS),
                Effects.Callback.set("code", "mark-of-words".repeat(600)))) {
            meets(Operation.CALLBACK, changed);
        }
        // Of the browser itself: another one, again, with somebody's cookies and headers.
        Begun begun = talkative(ASKED);
        Visitor thief = new Visitor();
        visitors().add(thief);
        for (HttpResponse<String> answer : begun.visitor().seen()) {
            String url = answer.uri().toString();
            if (url.startsWith(home())) {
                thief.get(url, "User-Agent", "mark-of-words " + IIN, "Referer", "https://mark-of-words.example/?" + IIN,
                        "X-Forwarded-Host", "mark-of-words.example", "X-Forwarded-For", "mark-of-words",
                        "Cookie", "eid-mark=mark-of-words; =;" + IIN);
                begun.visitor().get(url);
            }
        }
        for (String path : List.of(
                "/identifications/start/mark-of-words" + IIN,
                "/identifications/start/" + IIN + "?mark-of-words",
                "/identifications/outcome?outcome=failed&family=mark-of-words&code=" + IIN + "&language=mark-of-words",
                "/aitu/callback?state=%ZZmark-of-words", "/aitu/callback?" + IIN, "/identifications/mark-of-words")) {
            raw("GET " + path + " HTTP/1.1\r\nHost: mark-of-words.example\r\nConnection: close\r\n\r\n");
        }
        raw("GET /aitu/callback?" + SURNAME + "={" + IIN + "} HTTP/1.1\r\nHost: x\r\n\r\n");
        raw("GET /aitu/callback HTTP/1.1\r\nHost: x\r\n" + SURNAME + " : " + IIN + "\r\n\r\n");
        raw("mark-of-words " + IIN + "\r\n\r\n");
    }

    final void hostileCallers() throws Exception {
        String known = "identifications/" + anyIdentification();
        for (String path : List.of("identifications", known + "/result", "token-exchanges", "personal-data",
                "identifications/mark-of-caller/result")) {
            for (String body : List.of(TORN, "[\"" + WORDS + "\"]", "{\"" + SURNAME + "\":\"" + WORDS + "\"}", "\"" + WORDS,
                    "{\"iin\":\"" + IIN + "\",\"iin\":\"" + IIN + "\"}", "{\"iin\":\"" + IIN + "0\",\"phone\":\"" + WORDS
                            + "\",\"locale\":\"mark-of-words\",\"return_url\":\"https://mark-of-words.example/" + IIN + "\"}",
                    "{\"result_ticket\":\"mark-of-caller\"}",
                    "{\"code\":\"mark-of-caller\",\"redirect_uri\":\"https://mark-of-words.example/" + IIN
                            + "\",\"nonce\":\"mark-of-caller\"}",
                    "{\"code\":\"mark-of-caller\",\"redirect_uri\":\"" + callbackUrl() + "\",\"nonce\":\"mark-of-caller\"}",
                    "{\"iin\":\"" + IIN + "\",\"requestId\":\"mark-of-caller\"}")) {
                call(path, body);
            }
        }
        for (String authorization : List.of(Caller.basic("partner", "mark-of-caller"), Caller.basic("mark-of-caller", IIN),
                "Basic mark-of-caller", "Bearer mark-of-caller")) {
            Caller.get(home() + "/api/v1/" + known, "Authorization", authorization);
            Caller.postJson(home() + "/api/v1/" + known + "/result?iin=" + IIN, TORN, "Authorization", authorization);
        }
        middleSteps();
    }

    /** The two middle steps go well. */
    private void middleSteps() throws Exception {
        String link = aitu().base() + "/oauth2/auth?" + Caller.encoded(Map.of("response_type", "code",
                "client_id", aitu().settings().clientId(), "redirect_uri", callbackUrl(), "scope", "openid idpc_verification",
                "state", "mark-of-caller", "nonce", "mark-of-caller"));
        String code = Caller.callback(Caller.get(link)).one("code").orElseThrow();
        aitu().change("{\"pkce\":false}");
        String exchange = "{\"code\":\"" + code + "\",\"redirect_uri\":\"" + callbackUrl() + "\",\"nonce\":\"mark-of-caller\","
                + "\"code_verifier\":\"mark-of-caller-mark-of-caller-mark-of-caller-mark-of-caller\"}";
        HttpResponse<String> person = call("token-exchanges", exchange);
        assertThat(person.statusCode()).as(person.body()).isEqualTo(200);
        assertThat(call("token-exchanges", exchange).statusCode()).isEqualTo(409);
        assertThat(call("personal-data", "{\"iin\":\"" + IIN + "\",\"requestId\":\""
                + Caller.json(person).path("requestId").asText() + "\"}").statusCode()).isEqualTo(200);
    }

    private void raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", URI.create(home()).getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).isNotEmpty().doesNotContain("mark-of-words", IIN, SURNAME);
        }
    }
}
