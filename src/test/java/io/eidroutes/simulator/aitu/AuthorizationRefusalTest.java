package io.eidroutes.simulator.aitu;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.simulator.web.Caller;
import io.eidroutes.simulator.web.Request;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorizationRefusalTest extends AituTest {

    @ParameterizedTest
    @CsvSource({"client_id,00000000-0000-0000-0000-000000000000,client_id_is_not_valid", "client_id,,client_id_is_not_valid",
        "redirect_uri,http://127.0.0.1:8080/aitu/callback/,redirect_uri_is_not_registered",
        "redirect_uri,http://127.0.0.1:8080/aitu/callback?a=b,redirect_uri_is_not_registered",
        "redirect_uri,https://attacker.example/,redirect_uri_is_not_registered", "redirect_uri,,redirect_uri_is_not_registered"})
    void whenTheTargetIsWrongThenAPageAndNoRedirect(String name, String value, String message) throws Exception {
        HttpResponse<String> answer = arrive(link(name, value == null ? "" : value));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(message);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
        assertThat(aitu.received().totals().refusals()).containsEntry("AUTHORIZATION " + message, 1L);
    }

    @ParameterizedTest
    @CsvSource({"response_type,token,unsupported_response_type,response_type_is_not_code",
        "response_type,,unsupported_response_type,response_type_is_not_code",
        "state,1234567,invalid_state,The state is missing or does not have enough characters",
        "state,,invalid_state,The state is missing or does not have enough characters",
        "scope,openid,invalid_scope,request_contains_invalid_scopes", "scope,openid idpc_verification email,invalid_scope,not_allowed_scopes",
        "scope,,invalid_scope,not_allowed_scopes", "iin,12345678901,invalid_request,iin_is_not_valid",
        "phone,+77071234567,invalid_request,phone_is_not_valid", "locale,de,invalid_request,locale_is_not_valid",
        "Refresh_request_id_coid,yes,invalid_request,Refresh_request_id_coid_is_not_valid",
        "code_challenge,,invalid_request,code_challenge_is_missing", "code_challenge,short,invalid_request,code_challenge_is_not_valid",
        "code_challenge_method,plain,invalid_request,code_challenge_method_is_not_S256",
        "code_challenge_method,,invalid_request,code_challenge_method_is_not_S256",
        "otp_confirmation,invented,invalid_request,otp_confirmation_is_not_valid"})
    void whenAParameterIsWrongThenTheCallbackSaysSo(String name, String value, String error, String description) throws Exception {
        Map<String, String> link = link(name, value == null ? "" : value);

        Request.Parameters callback = callback(arrive(link));

        assertThat(callback.one("error")).contains(error);
        assertThat(callback.one("error_description")).contains(description);
        assertThat(callback.one("code")).isEmpty();
        assertThat(callback.first().getOrDefault("state", "")).isEqualTo(link.get("state"));
        assertThat(aitu.received().totals().authorizations()).isZero();
        assertThat(aitu.received().authorizations()).singleElement()
                .satisfies(one -> assertThat(one.error()).contains(description));
    }

    @ParameterizedTest
    @CsvSource({"state", "scope", "nonce"})
    void whenAParameterComesTwiceThenItIsRefused(String name) throws Exception {
        Request.Parameters callback = callback(Caller.get(aitu.base() + "/oauth2/auth?" + Caller.encoded(link())
                + "&" + name + "=again-0123456789"));

        assertThat(callback.one("error")).contains("invalid_request");
    }

    @ParameterizedTest
    @CsvSource({"redirect_uri", "client_id"})
    void whenTheTargetComesTwiceThenAPageAndNoRedirect(String name) throws Exception {
        assertThat(Caller.get(aitu.base() + "/oauth2/auth?" + Caller.encoded(link()) + "&" + name + "=x").statusCode()).isEqualTo(400);
    }

    @Test
    void whenAConfirmationIsUsedASecondTimeThenItIsRefused() throws Exception {
        String otp = otp();

        assertThat(arrive(link("otp_confirmation", otp)).headers().firstValue("Location").orElse("")).contains("/authorize/");
        assertThat(callback(arrive(link("otp_confirmation", otp))).one("error_description")).contains("otp_confirmation_is_not_valid");
    }

    @Test
    void whenAConfirmationIsTooOldThenItIsRefused() throws Exception {
        aitu.change("{\"otpLifeSeconds\":0}");

        assertThat(callback(arrive(link("otp_confirmation", otp()))).one("error_description")).contains("otp_confirmation_is_not_valid");
    }

    @Test
    void whenALinkIsRefusedThenItsConfirmationIsNotUsedUp() throws Exception {
        String otp = otp();
        Map<String, String> link = link("otp_confirmation", otp);
        link.put("state", "short");
        assertThat(callback(arrive(link)).one("error")).contains("invalid_state");

        assertThat(Caller.location(arrive(link("otp_confirmation", otp)))).contains("/authorize/");
    }

    @Test
    void whenTheSignatureOfTheIinIsCheckedThenItsEncodingAndItsTruthCount() throws Exception {
        KeyPair key = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        Signature signing = Signature.getInstance("SHA256withRSA");
        signing.initSign(key.getPrivate());
        signing.update(IIN.getBytes());
        byte[] signature = signing.sign();
        String pem = "-----BEGIN PUBLIC KEY-----\\n" + Base64.getEncoder().encodeToString(key.getPublic().getEncoded())
                + "\\n-----END PUBLIC KEY-----";
        aitu.change("{\"iinKey\":\"" + pem + "\"}");
        Map<String, String> link = link("iin", IIN);

        link.put("iin_signature", Base64.getEncoder().encodeToString(signature));
        assertThat(Caller.location(arrive(link))).contains("/authorize/");
        link.put("iin", "900101300007");
        assertThat(callback(arrive(link)).one("error_description")).contains("iin_signature_is_not_valid");
        link.put("iin", IIN);
        link.put("iin_signature", "-_" + Base64.getEncoder().encodeToString(signature).substring(2));
        assertThat(callback(arrive(link)).one("error_description").orElse("")).contains("illegal base64 character");
        aitu.change("{\"iinSignatureUrlSafe\":true}");
        link.put("iin_signature", Base64.getUrlEncoder().encodeToString(signature));
        assertThat(Caller.location(arrive(link))).contains("/authorize/");
        link.remove("iin");
        assertThat(callback(arrive(link)).one("error_description")).contains("iin_signature_without_iin");
    }

    private String otp() throws Exception {
        return Caller.json(Caller.postJson(aitu.base() + "/api/v1/trusted-phone", "{\"phone\":\"77071234567\"}",
                "Authorization", plainCredentials())).get("secret").asText();
    }
}
