package io.eidroutes.consent;

import io.eidroutes.privacy.PersonalData;
import io.eidroutes.privacy.Undecryptable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The answers in quarantine, as an operator sees them. */
public final class QuarantineDesk {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final PersonalData personal;

    /**
     * An answer in quarantine, without its content.
     *
     * @param reason    code of the failure for which it is there
     * @param times     how often СМЭВ has delivered it
     * @param firstSeen when for the first time
     * @param lastSeen  when for the last time
     */
    public record Quarantined(UUID id, String reason, int times, Instant firstSeen, Instant lastSeen) {
    }

    public QuarantineDesk(JdbcClient jdbc, PlatformTransactionManager transactions, PersonalData personal) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.personal = personal;
    }

    List<Quarantined> list(int max) {
        return jdbc.sql("select id, reason, times, received_at, last_seen_at from quarantine order by id limit :max")
                .param("max", max)
                .query((row, i) -> new Quarantined(row.getObject("id", UUID.class), row.getString("reason"), row.getInt("times"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant(),
                        row.getObject("last_seen_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /**
     * The message as it came.
     *
     * @throws Undecryptable if its key is gone
     */
    Optional<byte[]> content(UUID id) {
        return jdbc.sql("select content from quarantine where id = :id").param("id", id).query(byte[].class).optional()
                .map(encrypted -> personal.decrypt(encrypted, "quarantine", id, "content"));
    }

    boolean drop(UUID id) {
        return transaction.execute(status ->
                jdbc.sql("delete from quarantine where id = :id").param("id", id).update()) == 1;
    }
}
