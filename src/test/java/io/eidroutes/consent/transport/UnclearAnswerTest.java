package io.eidroutes.consent.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.consent.ConsentTest;
import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Operation;
import io.eidroutes.simulator.smev.Received;
import io.eidroutes.simulator.smev.Scenario;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An answer to SendRequest that leaves open whether СМЭВ took it: the very same message is sent again. */
class UnclearAnswerTest extends ConsentTest {

    static Stream<Effect> answers() {
        return Stream.of(
                new Effect.Http(502, "", "", false),
                new Effect.Http(503, "", "", false),
                new Effect.Http(504, "", "", true),
                new Effect.Http(200, "", "", true),
                new Effect.Http(200, "{}", "application/json", true),
                new Effect.Http(200, "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Bo",
                        "text/xml", true),
                new Effect.Http(200, "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "text/xml", true),
                new Effect.Http(200, "<a>".repeat(5000), "text/xml", true),
                new Effect.Http(200, "x".repeat(6_000_000), "text/xml", true),
                new Effect.Slow(2500),
                // Each byte comes in time; all of them would take the better part of an hour.
                new Effect.Trickle(1000));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void whenAnswerLeavesItUnclearThenTheSameMessageIsSentAndAcceptedOnce(Effect effect) throws Exception {
        ObjectNode claim = example();
        smev().next(Scenario.of(effect).on(Operation.SEND_REQUEST).when(session(claim)));

        assertThat(answerTo(claim)).isEqualTo(JSON.readTree(SUCCEEDED));

        Received received = smev().received();
        assertThat(received.messages()).hasSize(1);
        assertThat(received.messages().get(0).identicalBytes()).isTrue();
        assertThat(received.totals().accepted()).isEqualTo(1);
    }
}
