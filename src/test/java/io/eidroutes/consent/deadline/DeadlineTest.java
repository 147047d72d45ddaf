package io.eidroutes.consent.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.simulator.smev.Effect;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** No answer comes before the deadline. */
class DeadlineTest extends ShortLifeTest {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whenNoAnswerComesThenClaimExpiresWithAnAnswerThatSaysSo() throws Exception {
        everySending(new Effect.Never());

        String id = accepted();

        awaitState(id, "sent");
        assertFault(awaitState(id, "expired"), "EID-DEADLINE");
    }

    @Test
    void whenAnswerComesAfterTheDeadlineThenItIsKeptBesideAndAcknowledged() throws Exception {
        double before = lateAnswers();
        everySending(new Effect.Late(6000));

        String id = accepted();

        assertFault(awaitState(id, "expired"), "EID-DEADLINE");
        Awaitility.await().untilAsserted(() -> assertThat(smev().received().totals().acks()).isEqualTo(1));
        assertFault(awaitState(id, "expired"), "EID-DEADLINE");
        assertThat(jdbc.sql("select late from answer where claim_id = cast(:id as uuid)").param("id", id)
                .query(Boolean.class).list()).containsExactly(true);
        assertThat(lateAnswers()).isEqualTo(before + 1);
    }

    private double lateAnswers() throws Exception {
        return manage("/prometheus").body().lines().filter(line -> line.startsWith("eid_answers_late_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ')))).sum();
    }

    @Test
    void whenClaimIsNeverTakenThenItExpires() throws Exception {
        everySending(Effect.Fault.named("CertificateIsExpired"));

        assertFault(awaitState(accepted(), "expired"), "EID-DEADLINE");
    }
}
