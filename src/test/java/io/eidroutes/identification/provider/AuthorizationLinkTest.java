package io.eidroutes.identification.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The link to the authorization page, parameter by parameter. */
class AuthorizationLinkTest {

    private static final String BASE = "https://passport.example";
    private static final AuthorizationLink.Parameters ALL = new AuthorizationLink.Parameters("state-12345",
            Optional.of("nonce-1"), Optional.of("challenge-1"), Optional.of("otp+secret/=&"), Optional.of(IdTokens.IIN),
            Optional.of("+77071234567"), Optional.of("kk"), Optional.of(true));
    private static final AuthorizationLink.Parameters NONE = new AuthorizationLink.Parameters("state-12345",
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    @TempDir
    private Path folder;

    @Test
    void whenEverythingIsGivenThenEveryDocumentedParameterIsThere() {
        URI link = link(Map.of()).to(ALL);

        assertThat(link.toString()).startsWith(BASE + "/oauth2/auth?");
        assertThat(query(link)).containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                Map.entry("response_type", "code"), Map.entry("client_id", IdTokens.CLIENT),
                Map.entry("redirect_uri", Passport.REDIRECT_URI), Map.entry("scope", "openid idpc_verification"),
                Map.entry("state", "state-12345"), Map.entry("otp_confirmation", "otp+secret/=&"),
                Map.entry("iin", IdTokens.IIN), Map.entry("Refresh_request_id_coid", "true"),
                Map.entry("phone", "77071234567"), Map.entry("locale", "kk"), Map.entry("nonce", "nonce-1"),
                Map.entry("code_challenge", "challenge-1"), Map.entry("code_challenge_method", "S256")));
    }

    @Test
    void whenNothingOptionalIsGivenThenOnlyTheRequiredIsThere() {
        assertThat(query(link(Map.of()).to(NONE)))
                .containsOnlyKeys("response_type", "client_id", "redirect_uri", "scope", "state");
    }

    @ParameterizedTest
    @CsvSource({"eid.aitu.link.iin,false,iin", "eid.aitu.link.phone,false,phone", "eid.aitu.link.locale,false,locale",
        "eid.aitu.link.refresh-request-id,false,Refresh_request_id_coid", "eid.aitu.nonce,off,nonce",
        "eid.aitu.pkce,false,code_challenge"})
    void whenASettingSwitchesAParameterOffThenItIsNotThere(String setting, String value, String parameter) {
        assertThat(query(link(Map.of()).to(ALL))).containsKey(parameter);
        assertThat(query(link(Map.of(setting, value)).to(ALL))).doesNotContainKey(parameter);
    }

    @Test
    void whenTheRequestIdIsNotRenewedThenTheParameterIsNotThere() {
        AuthorizationLink.Parameters kept = new AuthorizationLink.Parameters("state-12345", Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(false));

        assertThat(query(link(Map.of()).to(kept))).doesNotContainKey("Refresh_request_id_coid");
    }

    @ParameterizedTest
    @CsvSource({"base64", "base64url", "base64url-unpadded"})
    void whenThereIsAKeyThenTheIinIsSignedInThatEncoding(String encoding) throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        Path key = pem(pair);

        String written = query(link(Map.of("eid.aitu.iin-signature.private-key", "file:" + key,
                "eid.aitu.iin-signature.encoding", encoding)).to(ALL)).get("iin_signature");

        assertThat(written.endsWith("=")).isEqualTo(!encoding.equals("base64url-unpadded"));
        assertThat(verifies(pair, encoding.equals("base64") ? Base64.getDecoder().decode(written)
                : Base64.getUrlDecoder().decode(written))).isTrue();
    }

    @Test
    void whenThereIsNoIinThenNothingIsSigned() throws Exception {
        Path key = pem(KeyPairGenerator.getInstance("RSA").generateKeyPair());

        assertThat(query(link(Map.of("eid.aitu.iin-signature.private-key", key.toString())).to(NONE)))
                .doesNotContainKey("iin_signature");
    }

    @Test
    void whenTheKeyCannotBeReadThenTheSettingIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> link(Map.of("eid.aitu.iin-signature.private-key", "file:/no/such/key")))
                .withMessageStartingWith("eid.aitu.iin-signature.private-key");
    }

    @Test
    void whenTheRedirectUriIsNotSetThenItIsTheCallbackUnderThePublicUrl() {
        AituSettings settings = Passport.settings(BASE, Map.of("eid.aitu.redirect-uri", ""));

        assertThat(new ProviderConfiguration().authorizationLink(settings, "https://bank.example/eid/").redirectUri())
                .isEqualTo(URI.create("https://bank.example/eid/aitu/callback"));
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                () -> new ProviderConfiguration().authorizationLink(settings, ""))).hasMessageContaining("eid.aitu.redirect-uri");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"short|900101300007|77071234567|ru", "state-12345|90010130000|77071234567|ru",
        "state-12345|900101300007|7707-123|ru", "state-12345|900101300007|77071234567|fr"})
    void whenAValueIsWrongThenItIsRefusedWithoutBeingRepeated(String state, String iin, String phone, String locale) {
        assertThatIllegalArgumentException().isThrownBy(() -> new AuthorizationLink.Parameters(state, Optional.empty(),
                        Optional.empty(), Optional.empty(), Optional.of(iin), Optional.of(phone), Optional.of(locale), Optional.empty()))
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain(iin, phone, "fr "));
    }

    @Test
    void whenParametersAreLoggedThenTheyShowNothing() {
        assertThat(ALL.toString()).isEqualTo("Parameters[]");
    }

    private static AuthorizationLink link(Map<String, String> settings) {
        return new ProviderConfiguration().authorizationLink(Passport.settings(BASE, settings), "");
    }

    private static Map<String, String> query(URI link) {
        assertThat(link.getRawQuery()).matches("[A-Za-z0-9_.~%=&-]+");
        return Arrays.stream(link.getRawQuery().split("&")).map(field -> field.split("=", 2))
                .collect(Collectors.toMap(field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    private Path pem(KeyPair pair) throws IOException {
        String text = Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded());
        return Files.writeString(folder.resolve("iin.key"), "-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----\n");
    }

    private static boolean verifies(KeyPair pair, byte[] signed) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(pair.getPublic());
        signature.update(IdTokens.IIN.getBytes(StandardCharsets.US_ASCII));
        return signature.verify(signed);
    }
}
