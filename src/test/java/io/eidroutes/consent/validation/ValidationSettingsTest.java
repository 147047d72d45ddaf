package io.eidroutes.consent.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.consent.validation.ValidationSettings.Mode;
import io.eidroutes.consent.validation.ValidationSettings.UnknownFields;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The settings as application.yaml writes them. */
class ValidationSettingsTest {

    @Test
    void whenNothingIsSetThenEverythingIsChecked() {
        assertThat(bind(Map.of())).isEqualTo(new ValidationSettings(
                Mode.STRICT, UnknownFields.REFUSE, true, true, true, 1024 * 1024, 32, 20_000));
    }

    @Test
    void whenSetThenTheWordsOfTheGuideAreUnderstood() {
        assertThat(bind(Map.of(
                "eid.consent.validation.mode", "structural", "eid.consent.validation.unknown-fields", "ignore",
                "eid.consent.validation.check-snils", "false", "eid.consent.validation.max-bytes", "2048")))
                .isEqualTo(new ValidationSettings(
                        Mode.STRUCTURAL, UnknownFields.IGNORE, false, true, true, 2048, 32, 20_000));
    }

    private static ValidationSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("eid.consent.validation", ValidationSettings.class);
    }
}
