package io.eidroutes.smev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Binds the settings as Spring Boot does. */
class SmevSettingsTest {

    @Test
    void whenOnlyRequiredSettingsThenTheRestHasDefaults() {
        SmevSettings settings = settings(Map.of());

        assertThat(settings.endpoint()).hasToString("http://smev_gateway:7500/ws");
        assertThat(settings.schemaVersion()).isEqualTo("1.3");
        assertThat(settings.called().requestRoot()).isEqualTo("ClaimPersonPermissionsRequest");
        assertThat(settings.nodeId()).isEmpty();
        assertThat(settings.testMessage()).isTrue();
        assertThat(settings.trust().smev()).isEmpty();
        assertThat(settings.tls().keyStore()).isEmpty();
        assertThat(settings.http().maxAnswerBytes()).isEqualTo(5 * 1024 * 1024);
        assertThat(settings.messageIdLife()).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void whenOptionalSettingsAreGivenThenTheyAreBound() {
        SmevSettings settings = settings(Map.of("eid.smev.node-id", "node-1", "eid.smev.provider-mnemonics", "ESIA",
                "eid.smev.trust.smev[0]", "smev.pem", "eid.smev.http.response-timeout", "20s"));

        assertThat(settings.nodeId()).contains("node-1");
        assertThat(settings.providerMnemonics()).containsExactly("ESIA");
        assertThat(settings.trust().smev()).containsExactly("smev.pem");
        assertThat(settings.http().responseTimeout()).isEqualTo(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "eid.smev.endpoint       | ftp://smev/ws | eid.smev.endpoint must be an absolute http or https URL",
            "eid.smev.endpoint       | /ws           | eid.smev.endpoint must be an absolute http or https URL",
            "eid.smev.routing-codes  | XXX           | eid.smev.routing-codes must name at least one of",
            "eid.smev.schema-version | 2.0           | eid.smev.schema-version must be 1.3, 1.2 or 1.1",
            "eid.smev.pollers        | 0             | eid.smev.pollers must be at least 1",
            "eid.smev.poll-after-send | -1s         | eid.smev.poll-after-send must not be negative",
            "eid.smev.gost.provider  | jcp           | eid.smev.gost.provider must be bouncycastle or openssl",
            "eid.smev.gost.engine    | ' '           | eid.smev.gost.engine must not be empty",
            "eid.smev.message-id-life | -1d           | eid.smev.message-id-life must be positive",
            "eid.smev.http.connections | 0           | eid.smev.http.connections must be at least 1",
            "eid.smev.http.response-timeout | 9s     | eid.smev.http.response-timeout must be at least twice eid.smev.http.connect-timeout",
            "eid.smev.signing.certificate | c.pem    | eid.smev.signing must name either key-store, or"})
    void whenASettingIsWrongThenTheErrorNamesIt(String name, String value, String sentence) {
        assertRefused(Map.of(name, value)).hasMessageStartingWith(sentence);
    }

    @Test
    void whenNodeIdIsTooLongThenRefused() {
        assertRefused(Map.of("eid.smev.node-id", "n".repeat(51)))
                .hasMessage("eid.smev.node-id must have at most 50 characters");
    }

    @Test
    void whenRequiredSettingsAreMissingThenRefused() {
        assertThatThrownBy(() -> bind(Map.of("eid.smev.signing.key-store", "k.p12", "eid.smev.routing-codes", "DEV")))
                .rootCause().hasMessageStartingWith("eid.smev.endpoint");
        assertThatThrownBy(() -> bind(Map.of("eid.smev.endpoint", "http://a/", "eid.smev.routing-codes", "DEV")))
                .rootCause().hasMessageStartingWith("eid.smev.signing");
        assertThatThrownBy(() -> bind(Map.of("eid.smev.endpoint", "http://a/", "eid.smev.signing.key-store", "k.p12")))
                .rootCause().hasMessageStartingWith("eid.smev.routing-codes");
    }

    @Test
    void whenProductionWithoutTrustThenRefused() {
        assertRefused(Map.of("eid.smev.routing-codes", "TCOD,PROD", "eid.smev.test-message", "false"))
                .hasMessageStartingWith("eid.smev.trust.smev must not be empty");
    }

    @Test
    void whenProductionWithTestMessagesThenRefused() {
        assertRefused(Map.of("eid.smev.routing-codes", "PROD", "eid.smev.trust.smev[0]", "smev.pem"))
                .hasMessageStartingWith("eid.smev.test-message must be false");
    }

    @Test
    void whenProductionIsCompleteThenAccepted() {
        assertThat(settings(Map.of("eid.smev.routing-codes", "PROD", "eid.smev.trust.smev[0]", "smev.pem",
                "eid.smev.test-message", "false")).routingCodes()).containsExactly("PROD");
    }

    @Test
    void whenSettingsArePrintedThenPasswordsAreNot() {
        assertThat(settings(Map.of("eid.smev.signing.key-store-password", "hidden-1",
                "eid.smev.tls.key-store-password", "hidden-2", "eid.smev.tls.trust-store-password", "hidden-3"))
                .toString()).doesNotContain("hidden");
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(Map<String, String> changes) {
        return assertThatThrownBy(() -> settings(changes)).rootCause().isInstanceOf(IllegalArgumentException.class);
    }

    private static SmevSettings settings(Map<String, String> changes) {
        Map<String, String> all = new HashMap<>(Map.of("eid.smev.endpoint", "http://smev_gateway:7500/ws",
                "eid.smev.routing-codes", "DEV", "eid.smev.signing.key-store", "file:key.p12"));
        all.putAll(changes);
        return bind(all);
    }

    private static SmevSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("eid.smev", SmevSettings.class);
    }
}
