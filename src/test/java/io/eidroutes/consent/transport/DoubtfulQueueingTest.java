package io.eidroutes.consent.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.consent.ConsentTest;
import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Operation;
import io.eidroutes.simulator.smev.Received;
import io.eidroutes.simulator.smev.Scenario;
import java.net.http.HttpResponse;
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
        smev().next(Scenario.of(doubtful).on(Operation.SEND_REQUEST).when(session));

        HttpResponse<String> answer = post(claim.toString(), "Prefer", "wait=20");

        assertThat(answer.body()).isEqualTo(SUCCEEDED);
        assertThat(smev().received().messages()).singleElement().satisfies(message -> {
            assertThat(message.count()).isEqualTo(2);
            assertThat(message.identicalBytes()).isTrue();
        });
        assertThat(smev().received()).extracting(Received::totals).extracting(Received.Totals::accepted).isEqualTo(1L);
        String id = claimId(answer);
        assertThat(jdbc.sql("select ever_unclear from attempt where claim_id = :id").param("id", UUID.fromString(id))
                .query(Boolean.class).list()).containsExactly(true);
    }
}
