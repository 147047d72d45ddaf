package io.eidroutes.consent.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.consent.ConsentTest;
import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Operation;
import io.eidroutes.simulator.smev.Received;
import io.eidroutes.simulator.smev.Scenario;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An answer to SendRequest that says nothing certain: one that must not be believed, or a fault that no document names.
 * СМЭВ may have the message, so it is kept on record that no other MessageID may be taken.
 */
class DoubtfulQueueingTest extends ConsentTest {

    private static final String UNSIGNED = """
            <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>
            <t:SendRequestResponse xmlns:t="urn://x-artefacts-smev-gov-ru/services/message-exchange/types/1.3">
            <t:MessageMetadata Id="SIGNED_BY_SMEV"><t:MessageType>REQUEST</t:MessageType>%s</t:MessageMetadata>
            %s</t:SendRequestResponse></soap:Body></soap:Envelope>""";

    @Autowired
    private JdbcClient jdbc;

    static Stream<Effect> answers() {
        return Stream.of(
                new Effect.Http(200, UNSIGNED.formatted("<t:Status>requestIsQueued</t:Status>", ""), "text/xml", true),
                new Effect.Http(200, UNSIGNED.formatted("", "<t:SMEVSignature/>"), "text/xml", true),
                Effect.Fault.named("SomethingNew"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void whenAnswerIsDoubtfulThenTheSameMessageIsSentAndItsDoubtIsKept(Effect doubtful) throws Exception {
        ObjectNode claim = example();
        String session = session(claim);
        // Without an answer, which could be faster than the second sending.
        smev().next(Scenario.of(doubtful, new Effect.Never()).on(Operation.SEND_REQUEST).when(session));

        String id = claimId(post(claim.toString(), "Prefer", "respond-async"));

        await().untilAsserted(() -> assertThat(smev().received().messages()).singleElement().satisfies(message -> {
            assertThat(message.count()).isEqualTo(2);
            assertThat(message.accepted()).isTrue();
            assertThat(message.identicalBytes()).isTrue();
        }));
        assertThat(smev().received()).extracting(Received::totals).extracting(Received.Totals::accepted).isEqualTo(1L);
        assertThat(jdbc.sql("select ever_unclear from attempt where claim_id = :id").param("id", UUID.fromString(id))
                .query(Boolean.class).list()).containsExactly(true);
    }
}
