package io.eidroutes.consent.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Operation;
import io.eidroutes.simulator.smev.Scenario;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The message exchange in schemas 1.1: all three calls are written in it, and so are СМЭВ's answers. */
class OldestSchemaTest extends OtherSettingsTest {

    @Test
    void whenTheSchemaIs11ThenTheClaimIsSentAnsweredAndAcknowledgedInIt() throws Exception {
        assertThat(answerTo(example())).isEqualTo(JSON.readTree(SUCCEEDED));

        await().untilAsserted(() -> assertThat(smev().received().totals().acks()).isEqualTo(1));
        assertThat(smev().received().messages()).singleElement().satisfies(message -> {
            assertThat(message.schema()).isEqualTo(Optional.of("1.1"));
            assertThat(message.accepted()).isTrue();
            assertThat(message.count()).isEqualTo(1);
        });
    }

    @Test
    void whenSmevRefusesInSchema11ThenTheCallerGetsTheFault() throws Exception {
        ObjectNode claim = example();
        smev().next(Scenario.of(Effect.Fault.named("AccessDenied")).on(Operation.SEND_REQUEST).when(session(claim)));

        JsonNode answer = answerTo(claim);

        assertThat(answer.path("status").asText()).isEqualTo("FAULT");
        assertThat(answer.at("/error_status_info/code").asText()).isEqualTo("AccessDenied");
    }
}
