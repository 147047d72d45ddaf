package io.eidroutes.identification.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What stops the start, and what does not. */
class AituSettingsTest {

    private static final String BASE = "https://passport.example/";

    @Test
    void whenThereIsNoBaseThenNothingElseIsDemanded() {
        AituSettings settings = new Binder(new MapConfigurationPropertySource(Map.of("eid.aitu.base", "")))
                .bindOrCreate("eid.aitu", AituSettings.class);

        assertThat(settings.base()).isEmpty();
        assertThat(settings.toString()).isEqualTo("AituSettings[off]");
    }

    @Test
    void whenTheBaseEndsWithASlashThenPathsDoNotBeginWithTwo() {
        AituSettings settings = Passport.settings(BASE, Map.of());

        assertThat(settings.url(settings.tokenPath())).isEqualTo(URI.create("https://passport.example/oauth2/token"));
    }

    @ParameterizedTest
    @CsvSource({
        "eid.aitu.issuer,,eid.aitu.issuer", "eid.aitu.client-id,,eid.aitu.client-id",
        "eid.aitu.client-secret,,eid.aitu.client-secret", "eid.aitu.base,passport.example,eid.aitu.base",
        "eid.aitu.base,https://passport.example?x=1,eid.aitu.base", "eid.aitu.redirect-uri,/aitu/callback,eid.aitu.redirect-uri",
        "eid.aitu.redirect-uri,https://bank.example/#a,eid.aitu.redirect-uri",
        "eid.aitu.redirect-uri,http://bank.example/aitu/callback,eid.aitu.redirect-uri", "eid.aitu.scope,openid,eid.aitu.scope",
        "eid.aitu.scope,idpc_verification,eid.aitu.scope", "eid.aitu.token-path,oauth2/token,eid.aitu",
        "eid.aitu.id-token.algorithms,none,eid.aitu.id-token.algorithms",
        "eid.aitu.id-token.algorithms,'RS256,HS256',eid.aitu.id-token.algorithms",
        "eid.aitu.id-token.skew,-1s,eid.aitu.id-token.skew", "eid.aitu.id-token.max-age,0s,eid.aitu.id-token.max-age",
        "eid.aitu.http.deadline,0s,eid.aitu.http.deadline", "eid.aitu.http.max-answer-bytes,10,eid.aitu.http.max-answer-bytes",
        "eid.aitu.logout,true,eid.aitu.keep-tokens", "eid.aitu.introspection,true,eid.aitu.keep-tokens",
        "eid.aitu.base,http://passport.aitu.io,eid.aitu.base"})
    void whenASettingIsWrongThenItIsNamed(String setting, String value, String named) {
        assertThatThrownBy(() -> Passport.settings(BASE, Map.of(setting, value == null ? "" : value)))
                .rootCause().message().startsWith(named).doesNotContain(Passport.SECRET);
    }

    @ParameterizedTest
    @CsvSource({"eid.aitu.issuer,https://passport.test.supreme-team.tech/,eid.aitu.issuer",
        "eid.aitu.issuer,http://127.0.0.1:9080/aitu,eid.aitu.issuer",
        "eid.aitu.redirect-uri,http://localhost:8080/aitu/callback,eid.aitu.redirect-uri"})
    void whenTheProductionStandMeetsTestSettingsThenTheStartStops(String setting, String value, String named) {
        assertThatThrownBy(() -> Passport.settings("https://passport.aitu.io", Map.of(setting, value)))
                .rootCause().message().startsWith(named);
    }

    @Test
    void whenSettingsAreLoggedThenTheSecretIsNotThere() {
        assertThat(Passport.settings(BASE, Map.of()).toString()).doesNotContain(Passport.SECRET, IdTokens.CLIENT);
    }
}
