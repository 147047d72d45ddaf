package io.eidroutes.consent.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eidroutes.simulator.smev.Received;
import jakarta.jms.TextMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A trouble of ours: the message is delivered again with pauses, and is a dead letter when that does not help. */
class StoreAwayTest extends QueueTest {

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void mend() {
        jdbc.sql("alter table if exists claim_away rename to claim").update();
    }

    @Test
    void whenTheStoreComesBackThenTheMessageBecomesOneClaimWithOneAnswer() throws Exception {
        double before = failures("transport", "internal-error", "retry");
        jdbc.sql("alter table claim rename to claim_away").update();
        sendForReply(text(example()));
        await().untilAsserted(() ->
                assertThat(failures("transport", "internal-error", "retry")).isGreaterThanOrEqualTo(before + 2));
        mend();

        assertThat(body(only(REPLIES))).isEqualTo(SUCCEEDED);

        assertThat(smev().received().messages()).filteredOn(Received.Message::accepted).hasSize(1);
        assertThat(isEmpty(DEAD)).isTrue();
    }

    @Test
    void whenItStaysAwayThenTheMessageIsADeadLetterAndItsSenderMayTryAgain() throws Exception {
        jdbc.sql("alter table claim rename to claim_away").update();
        TextMessage request = text(example());

        sendForReply(request);

        assertThat(refused(request, REPLIES, "internal-error").path("retryable").asBoolean()).isTrue();
    }
}
