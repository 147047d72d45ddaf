package io.eidroutes.consent.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.desk.DeadLetter;
import io.eidroutes.broker.DeadMessages;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.TextMessage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an operator sees of dead letters, and does with them. */
class DeadMessagesTest extends QueueTest {

    @Autowired
    private DeadMessages dead;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whenAMessageIsRefusedThenTheOperatorSeesWhyAndNothingOfItsSender() throws Exception {
        TextMessage request = text("{\"snils\":\"000-000-001 52\"");
        request.setStringProperty("Surname", "Примеров");
        sendForReply(request);

        DeadLetter found = await().until(() -> dead.list(10), letters -> letters.size() == 1).get(0);

        assertThat(found.reason()).isEqualTo("malformed-json");
        assertThat(found.about()).containsOnlyKeys("queue", "original-queue", "original-message-id", "failure-family")
                .containsEntry("queue", DEAD).containsEntry("original-queue", CLAIMS)
                .containsEntry("original-message-id", request.getJMSMessageID());
        assertThat(found.toString()).doesNotContain("Примеров", "000-000-001");
    }

    @Test
    void whenItIsPutBackThenItIsTheSameRequestAndIsAnswered() throws Exception {
        jdbc.sql("alter table claim rename to claim_away").update();
        TextMessage request = text(example());
        sendForReply(request);
        DeadLetter found = await().until(() -> dead.list(10), letters -> letters.size() == 1).get(0);
        jdbc.sql("alter table claim_away rename to claim").update();
        assertThat(next(queue(REPLIES)).getStringProperty("EID_Problem")).isEqualTo("true");

        assertThat(dead.putBack(found.id())).isTrue();

        Message answer = only(REPLIES);
        assertThat(body(answer)).isEqualTo(SUCCEEDED);
        assertThat(answer.getJMSCorrelationID()).isEqualTo(request.getJMSMessageID());
        assertThat(dead.list(10)).isEmpty();
        assertThat(dead.putBack(found.id())).isFalse();
    }

    @Test
    void whenItIsDroppedThenItIsGone() throws Exception {
        sendForReply(text("{"));
        sendForReply(text("["));
        List<DeadLetter> found = await().until(() -> dead.list(10), letters -> letters.size() == 2);

        assertThat(dead.list(1)).hasSize(1);
        assertThat(dead.drop(found.get(0).id())).isTrue();

        assertThat(dead.list(10)).containsExactly(found.get(1));
        assertThat(dead.drop(found.get(0).id())).isFalse();
        assertThat(dead.drop("' or '1'='1")).isFalse();
    }

    @Test
    void whenAStrangerPutsAMessageThereThenItIsPutBackNowhere() throws Exception {
        ObjectNode claim = example();
        TextMessage forged = text(claim);
        forged.setStringProperty("EID_Original_Queue", "accounts");
        try (MessageProducer producer = session.createProducer(queue(DEAD))) {
            producer.send(forged);
        }

        assertThat(dead.putBack(forged.getJMSMessageID())).isFalse();

        assertThat(dead.list(10)).hasSize(1);
        assertThat(isEmpty("accounts")).isTrue();
    }
}
