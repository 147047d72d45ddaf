package io.eidroutes.simulator.aitu;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.eidroutes.simulator.Simulators;
import io.eidroutes.simulator.web.Caller;
import io.eidroutes.simulator.web.Request;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A stand-in of its own for each test, and the calls of a partner that does everything right. */
abstract class AituTest {

    protected static final String IIN = "900517400019";
    protected static final String STATE = "state-0123456789";
    protected static final String VERIFIER = "verifier-of-at-least-forty-three-characters-0123456789";
    protected static final String REDIRECT_URI = "http://127.0.0.1:8080/aitu/callback";

    protected Simulators simulators;
    protected AituSimulator aitu;

    @BeforeEach
    void start() {
        simulators = Simulators.start(0);
        aitu = simulators.aitu();
    }

    @AfterEach
    void stop() {
        simulators.close();
    }

    /** The parameters of a link with everything in it that all partners send. */
    protected Map<String, String> link() {
        Map<String, String> link = new LinkedHashMap<>();
        link.put("response_type", "code");
        link.put("client_id", aitu.settings().clientId());
        link.put("redirect_uri", REDIRECT_URI);
        link.put("scope", "openid idpc_verification");
        link.put("state", STATE);
        link.put("nonce", "nonce-0123456789");
        link.put("code_challenge", challenge(VERIFIER));
        link.put("code_challenge_method", "S256");
        return link;
    }

    protected Map<String, String> link(String name, String value) {
        Map<String, String> link = link();
        link.put(name, value);
        return link;
    }

    protected HttpResponse<String> arrive(Map<String, String> link) throws IOException, InterruptedException {
        return Caller.get(aitu.base() + "/oauth2/auth?" + Caller.encoded(link));
    }

    /** Presses a button on the page that an answer led to. */
    protected HttpResponse<String> act(String page, String action) throws IOException, InterruptedException {
        return Caller.postForm(page, Map.of("action", action));
    }

    /** Goes through the pages with that IIN as far as they let one; the answer is the last redirect. */
    protected HttpResponse<String> identify(Map<String, String> link, String iin) throws IOException, InterruptedException {
        String page = Caller.location(arrive(link));
        Caller.postForm(page, Map.of("action", "iin", "iin", iin));
        return act(page, "face");
    }

    protected String code(Map<String, String> link) throws IOException, InterruptedException {
        return Caller.callback(identify(link, IIN)).one("code").orElseThrow();
    }

    protected String code() throws IOException, InterruptedException {
        return code(link());
    }

    protected Map<String, String> tokenForm(String code) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", REDIRECT_URI);
        form.put("code_verifier", VERIFIER);
        return form;
    }

    protected HttpResponse<String> exchange(Map<String, String> form, String... headers) throws IOException, InterruptedException {
        return Caller.postForm(aitu.base() + "/oauth2/token", form,
                headers.length > 0 ? headers : new String[] {"Authorization", credentials()});
    }

    protected HttpResponse<String> exchange(String code) throws IOException, InterruptedException {
        return exchange(tokenForm(code));
    }

    /** Form-encoded first, as RFC 6749 section 2.3.1 has it. */
    protected String credentials() {
        return Caller.basic(Caller.encode(aitu.settings().clientId()), Caller.encode(aitu.settings().clientSecret()));
    }

    /** As they are, for trusted-phone: it is no OAuth endpoint. */
    protected String plainCredentials() {
        return Caller.basic(aitu.settings().clientId(), aitu.settings().clientSecret());
    }

    protected JsonNode control(String method, String command, String body) throws IOException, InterruptedException {
        String url = "http://127.0.0.1:" + simulators.port() + AituSimulator.CONTROL + command;
        HttpResponse<String> answer = method.equals("GET") ? Caller.get(url) : Caller.postJson(url, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Caller.json(answer);
    }

    protected static Request.Parameters callback(HttpResponse<String> answer) {
        assertThat(Caller.location(answer)).startsWith(REDIRECT_URI + "?");
        return Caller.callback(answer);
    }

    /** The claims of a JWT, whatever its signature. */
    protected static JsonNode part(String token, int index) {
        try {
            return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    protected static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
