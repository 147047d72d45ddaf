package io.eidroutes.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Wrong settings of queues stop the start with one sentence. */
class JmsSettingsTest {

    @Test
    void whenNothingIsSetThenBothDoorsAreOff() {
        JmsSettings settings = bind(Map.of());

        assertThat(settings.doors()).isEmpty();
        assertThat(settings.answerQueue()).isEqualTo("eid.answers");
        assertThat(settings.deadLetters()).isEqualTo("DLQ");
        assertThat(settings.redelivery().attempts()).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource({"client, '', needs client", "queue, DLQ, a name of its own", "queue, eid.answers, a name of its own",
        "queue, a::b, a queue has a name", "queue, a?b, a queue has a name", "consumers, 0, consumers must be"})
    void whenADoorIsWrongThenTheSentenceSaysSo(String name, String value, String sentence) {
        Map<String, String> settings = new HashMap<>(Map.of("consent.queue", "claims", "consent.client", "shop"));
        settings.put("consent." + name, value);

        assertThatThrownBy(() -> bind(settings)).rootCause().message().startsWith("eid.jms").contains(sentence);
    }

    @ParameterizedTest
    @CsvSource({"answer-queue, ''", "max-bytes, 1", "keep, 1s", "redelivery.first, 0s", "redelivery.most, 1ms",
        "redelivery.multiplier, 0.5", "redelivery.attempts, 0"})
    void whenASettingIsWrongThenTheSentenceNamesIt(String name, String value) {
        assertThatThrownBy(() -> bind(Map.of(name, value))).rootCause().message().startsWith("eid.jms");
    }

    private static JmsSettings bind(Map<String, String> settings) {
        Map<String, String> named = new HashMap<>();
        settings.forEach((name, value) -> named.put("eid.jms." + name, value));
        return new Binder(new MapConfigurationPropertySource(named)).bindOrCreate("eid.jms", JmsSettings.class);
    }
}
