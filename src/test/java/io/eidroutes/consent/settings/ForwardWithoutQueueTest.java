package io.eidroutes.consent.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eidroutes.consent.ConsentSettings;
import io.eidroutes.consent.ForeignAnswers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Where foreign answers are forwarded it is said where to. */
class ForwardWithoutQueueTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void whenNoQueueIsNamedThenOneSentenceSaysSo(String queue) {
        assertThatThrownBy(() -> bind(Map.of("eid.consent.foreign-answers", "forward", "eid.consent.foreign-queue", queue)))
                .rootCause().hasMessage("eid.consent.foreign-queue must name a JMS queue where eid.consent.foreign-answers is forward");
    }

    @Test
    void whenAQueueIsNamedThenItIsTaken() {
        ConsentSettings settings = bind(Map.of("eid.consent.foreign-answers", "forward", "eid.consent.foreign-queue", "smev.foreign"));

        assertThat(settings.foreignAnswers()).isEqualTo(ForeignAnswers.FORWARD);
        assertThat(settings.foreignQueue()).contains("smev.foreign");
    }

    private static ConsentSettings bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("eid.consent", ConsentSettings.class);
    }
}
