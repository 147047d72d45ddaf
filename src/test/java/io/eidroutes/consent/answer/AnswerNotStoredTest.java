package io.eidroutes.consent.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eidroutes.consent.ConsentTest;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The store fails while it takes an answer: a failure of ours must not stand for what ESIA said. */
class AnswerNotStoredTest extends ConsentTest {

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void storeAgain() {
        jdbc.sql("alter table outcome drop constraint if exists no_success").update();
    }

    @Test
    void whenAnswerCannotBeStoredThenItIsNotAckedAndTheNextDeliveryAnswersTheClaim() throws Exception {
        smev().settings(smev().settings().withRedeliverAfterMillis(100));
        // Only what ESIA said cannot be written; a FAULT of ours could.
        jdbc.sql("alter table outcome add constraint no_success check (failure_code is not null) nocheck").update();

        String claim = example().toString();
        String key = UUID.randomUUID().toString();
        assertThat(post(claim, "Prefer", "respond-async", "Idempotency-Key", key).statusCode()).isEqualTo(202);
        await().untilAsserted(() -> assertThat(smev().received().totals().delivered()).isGreaterThanOrEqualTo(2));
        assertThat(smev().received().totals().acks()).isZero();
        storeAgain();

        assertThat(post(claim, "Prefer", "wait=20", "Idempotency-Key", key).body()).isEqualTo(SUCCEEDED);
        await().untilAsserted(() -> assertThat(smev().received().totals().acks()).isEqualTo(1));
    }
}
