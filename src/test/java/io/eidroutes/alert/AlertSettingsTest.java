package io.eidroutes.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Wrong settings of alerts stop the start with one sentence that quotes no secret. */
class AlertSettingsTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @Test
    void whenNothingIsSetThenAlertsGoNowhere() {
        AlertSettings settings = bind(Map.of());

        assertThat(settings.queues()).isEmpty();
        assertThat(settings.operator().recipient()).isEmpty();
        assertThat(settings.security().recipient()).isEmpty();
        assertThat(settings.window()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.mostPerMinute()).isEqualTo(10);
    }

    @Test
    void whenAChannelHasBothWaysThenBothAreKnown() {
        AlertSettings settings = bind(Map.of("security.queue", "eid.security", "operator.queue", "",
                "security.webhook.url", "https://alerts.example/eid", "security.webhook.secret", SECRET));

        assertThat(settings.queues()).containsExactly("eid.security");
        assertThat(settings.security().recipient().orElseThrow().url()).hasHost("alerts.example");
        assertThat(settings.operator().recipient()).isEmpty();
        assertThat(settings.toString()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @CsvSource({"http://alerts.example/eid, 0123456789abcdef0123456789abcdef, the url must be https",
        "https://alerts.example/eid, too-short-a-secret, the secret must have at least 32",
        "https://alerts.example/eid, , the secret must have at least 32",
        ", 0123456789abcdef0123456789abcdef, the url must be https"})
    void whenAWebhookIsNotSafeThenTheStartStops(String url, String secret, String sentence) {
        Map<String, String> settings = new HashMap<>();
        if (url != null) {
            settings.put("operator.webhook.url", url);
        }
        if (secret != null) {
            settings.put("operator.webhook.secret", secret);
        }
        assertThatThrownBy(() -> bind(settings)).hasMessageContaining("eid.alerts.operator.webhook")
                .rootCause().message().contains(sentence).doesNotContain(String.valueOf(secret));
    }

    @ParameterizedTest
    @CsvSource({"window, 0s", "window, 999ms", "most-per-minute, 0", "retry-first, 0s", "retry-most, 100ms"})
    void whenASettingIsWrongThenTheSentenceNamesIt(String name, String value) {
        assertThatThrownBy(() -> bind(Map.of(name, value))).rootCause().message().startsWith("eid.alerts").contains(name);
    }

    private static AlertSettings bind(Map<String, String> settings) {
        Map<String, String> named = new HashMap<>();
        settings.forEach((name, value) -> named.put("eid.alerts." + name, value));
        return new Binder(new MapConfigurationPropertySource(named)).bindOrCreate("eid.alerts", AlertSettings.class);
    }
}
