package io.eidroutes.simulator.aitu;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eidroutes.simulator.web.Caller;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenExchangeTest extends AituTest {

    @Test
    void whenTheCodeIsExchangedThenTheTokenTellsWhoItIs() throws Exception {
        JsonNode answer = Caller.json(exchange(code()));

        assertThat(answer.get("token_type").asText()).isEqualTo("bearer");
        assertThat(answer.get("expires_in").asLong()).isEqualTo(30L * 24 * 3600);
        JsonNode claims = part(answer.get("id_token").asText(), 1);
        assertThat(claims.get("iss").asText()).isEqualTo(aitu.base());
        assertThat(claims.get("aud").get(0).asText()).isEqualTo(aitu.settings().clientId());
        assertThat(claims.get("nonce").asText()).isEqualTo("nonce-0123456789");
        assertThat(claims.get("phone").asText()).isEqualTo("77071234567");
        assertThat(claims.at("/idpc_verification/iin").asText()).isEqualTo(IIN);
        assertThat(aitu.ownerOf(claims.at("/idpc_verification/requestId").asText())).contains(IIN);
        assertThat(claims.get("exp").asLong()).isGreaterThan(Instant.now().getEpochSecond());
        assertThat(aitu.received().tokenRequests()).singleElement().satisfies(request -> {
            assertThat(request.authentication()).isEqualTo("basic");
            assertThat(request.outcome()).isEqualTo("issued");
            assertThat(request.userAgent()).startsWith("Java-http-client");
        });
    }

    @Test
    void whenTheClientAuthenticatesByPostThenItIsServedAndItsSecretNotRecorded() throws Exception {
        Map<String, String> form = tokenForm(code());
        form.put("client_id", aitu.settings().clientId());
        form.put("client_secret", aitu.settings().clientSecret());

        assertThat(exchange(form, "Accept", "application/json").statusCode()).isEqualTo(200);
        assertThat(aitu.received().tokenRequests().get(0).authentication()).isEqualTo("post");
        assertThat(aitu.received().toString()).doesNotContain(aitu.settings().clientSecret());
    }

    @Test
    void whenTheRequestIdIsNotRenewedThenItIsTheSameAgain() throws Exception {
        String first = requestId(link());

        assertThat(requestId(link())).isEqualTo(first);
        assertThat(requestId(link("Refresh_request_id_coid", "true"))).isNotEqualTo(first);
    }

    @Test
    void whenThePartnerVerifiedThePhoneThenTheTokenTellsThatPhone() throws Exception {
        String otp = Caller.json(Caller.postJson(aitu.base() + "/api/v1/trusted-phone", "{\"phone\":\"77779876543\"}",
                "Authorization", plainCredentials())).get("secret").asText();

        assertThat(idToken(link("otp_confirmation", otp)).get("phone").asText()).isEqualTo("77779876543");
        assertThat(idToken(link("phone", "77001112233")).get("phone").asText()).isEqualTo("77001112233");
    }

    @Test
    void whenTheSettingsSaySoThenTheAnswerHasItsOtherShapes() throws Exception {
        aitu.change("{\"camelCase\":true,\"verificationAsText\":true,\"audienceAsText\":true,\"nonce\":false,\"pkce\":false}");
        Map<String, String> form = tokenForm(code());
        form.remove("code_verifier");

        JsonNode answer = Caller.json(exchange(form));
        JsonNode claims = part(answer.get("idToken").asText(), 1);

        assertThat(answer.has("accessToken")).isTrue();
        assertThat(claims.get("aud").isTextual()).isTrue();
        assertThat(claims.get("idpc_verification").asText()).contains("\"iin\":\"" + IIN + "\"");
        assertThat(claims.has("nonce")).isFalse();
        assertThat(Caller.json(exchange(form)).has("errorDescription")).isTrue();
    }

    @Test
    void whenOpenidIsNotAskedForThenThereIsNoIdToken() throws Exception {
        assertThat(Caller.json(exchange(code(link("scope", "idpc_verification")))).has("id_token")).isFalse();
    }

    @Test
    void whenTheAdapterIsAskedWithTheRequestIdOfAnotherPersonThenItRefuses() throws Exception {
        String requestId = requestId(link());

        for (String iin : List.of(IIN, "900101300007")) {
            HttpResponse<String> answer = Caller.postJson(simulators.coid().base() + "/v1/personal-data",
                    "{\"iin\":\"" + iin + "\",\"requestId\":\"" + requestId + "\"}",
                    "Authorization", Caller.basic("admin", "coidtestpassword"));
            assertThat(answer.statusCode()).isEqualTo(iin.equals(IIN) ? 200 : 400);
        }
        assertThat(simulators.coid().received().refusals()).containsEntry("unknown", 1L);
    }

    private String requestId(Map<String, String> link) throws Exception {
        return idToken(link).at("/idpc_verification/requestId").asText();
    }

    private JsonNode idToken(Map<String, String> link) throws Exception {
        return part(Caller.json(exchange(code(link))).get("id_token").asText(), 1);
    }
}
