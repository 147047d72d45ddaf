package io.eidroutes.simulator.aitu;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eidroutes.simulator.web.Caller;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceCallsTest extends AituTest {

    @Test
    void whenAPhoneIsTrustedThenThereIsASecretEachTimeAnother() throws Exception {
        assertThat(trust("{\"phone\":\"77071234567\"}").body()).isNotEqualTo(trust("{\"phone\":\"77071234567\"}").body());
        assertThat(aitu.received().totals().trustedPhones()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"phone\":\"+77071234567\"}", "{\"phone\":77071234567}", "{}", "[]", "{", "{\"phone\":\"7707\"}"})
    void whenThePhoneIsWrongThenItIsRefused(String body) throws Exception {
        HttpResponse<String> answer = trust(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Caller.json(answer).get("error").asText()).isEqualTo("invalid_request");
        assertThat(aitu.received().totals().trustedPhones()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/trusted-phone,TRUSTED_PHONE", "/oauth2/introspect,INTROSPECTION"})
    void whenTheClientIsWrongThenItIsRefused(String path, String operation) throws Exception {
        assertThat(Caller.postJson(aitu.base() + path, "{}", "Authorization", Caller.basic("a", "b")).statusCode()).isEqualTo(401);
        assertThat(Caller.postJson(aitu.base() + path, "{}").statusCode()).isEqualTo(401);
        assertThat(Caller.get(aitu.base() + path).statusCode()).isEqualTo(405);
        assertThat(aitu.received().totals().refusals()).containsEntry(operation + " invalid_client", 2L);
    }

    @Test
    void whenTheBodyIsNoJsonThenThePhoneIsRefused() throws Exception {
        assertThat(Caller.postForm(aitu.base() + "/api/v1/trusted-phone", Map.of("phone", "77071234567"), "Authorization",
                plainCredentials()).statusCode()).isEqualTo(400);
    }

    @Test
    void whenATokenIsGoodThenIntrospectionTellsOfIt() throws Exception {
        JsonNode tokens = Caller.json(exchange(code()));

        JsonNode told = introspect(tokens.get("access_token").asText());

        assertThat(told.get("active").asBoolean()).isTrue();
        assertThat(told.get("client_id").asText()).isEqualTo(aitu.settings().clientId());
        assertThat(told.get("sub")).isEqualTo(part(tokens.get("id_token").asText(), 1).get("sub"));
        assertThat(introspect("invented")).hasToString("{\"active\":false}");
        assertThat(aitu.received().totals().introspections()).isEqualTo(2);
    }

    @Test
    void whenTheBrowserLogsOutThenTokensAreRevokedAndItGoesOn() throws Exception {
        JsonNode tokens = Caller.json(exchange(code()));
        Map<String, String> link = logoutLink(tokens.get("id_token").asText());

        HttpResponse<String> answer = logout(link);

        assertThat(Caller.location(answer)).isEqualTo(link.get("post_logout_redirect_uri") + "?state=state-of-logout");
        assertThat(introspect(tokens.get("access_token").asText()).get("active").asBoolean()).isFalse();
        assertThat(aitu.received().totals().logouts()).isEqualTo(1);
        link.remove("post_logout_redirect_uri");
        assertThat(logout(link).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"id_token_hint,", "id_token_hint,not-a-token", "post_logout_redirect_uri,https://attacker.example/"})
    void whenTheLogoutLinkIsWrongThenAPageAndNoRedirect(String name, String value) throws Exception {
        Map<String, String> link = logoutLink(Caller.json(exchange(code())).get("id_token").asText());
        link.put(name, value == null ? "" : value);

        HttpResponse<String> answer = logout(link);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(aitu.received().totals().logouts()).isZero();
    }

    @Test
    void whenDiscoveryIsReadThenItNamesWhatIsThere() throws Exception {
        JsonNode document = Caller.json(Caller.get(aitu.base() + "/.well-known/openid-configuration"));

        assertThat(document.get("issuer").asText()).isEqualTo(aitu.base());
        assertThat(Caller.get(document.get("jwks_uri").asText()).statusCode()).isEqualTo(200);
        assertThat(Caller.get(document.get("token_endpoint").asText()).statusCode()).isEqualTo(405);
    }

    @Test
    void whenThePathIsUnknownThenNotFound() throws Exception {
        assertThat(Caller.get(aitu.base() + "/oauth2/nothing").statusCode()).isEqualTo(404);
        assertThat(Caller.get(aitu.base() + "/control/nothing").statusCode()).isEqualTo(404);
        assertThat(Caller.get(aitu.base() + "/authorize/nobody").statusCode()).isEqualTo(404);
    }

    private Map<String, String> logoutLink(String idToken) {
        Map<String, String> link = new LinkedHashMap<>();
        link.put("id_token_hint", idToken);
        link.put("post_logout_redirect_uri", aitu.settings().logoutUris().get(0));
        link.put("state", "state-of-logout");
        return link;
    }

    private HttpResponse<String> logout(Map<String, String> link) throws Exception {
        return Caller.get(aitu.base() + "/sessions/logout?" + Caller.encoded(link));
    }

    private HttpResponse<String> trust(String body) throws Exception {
        return Caller.postJson(aitu.base() + "/api/v1/trusted-phone", body, "Authorization", plainCredentials());
    }

    private JsonNode introspect(String token) throws Exception {
        return Caller.json(Caller.postForm(aitu.base() + "/oauth2/introspect", Map.of("token", token), "Authorization", credentials()));
    }
}
