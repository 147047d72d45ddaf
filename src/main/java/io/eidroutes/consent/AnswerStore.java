package io.eidroutes.consent;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import io.eidroutes.failure.FailureSummary;
import io.eidroutes.privacy.Digests;
import io.eidroutes.privacy.PersonalData;
import io.eidroutes.trace.TraceParent;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores what came from СМЭВ before it is acked, and ends claims. */
public final class AnswerStore {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final PersonalData personal;
    private final Digests digests;
    private final Runnable deliveryIsDue;
    private final Consumer<UUID> onEnd;
    private final TimeBasedEpochRandomGenerator ids = Generators.timeBasedEpochRandomGenerator();

    /**
     * @param deliveryIsDue told after the end of each claim whose response is to be brought to the caller
     * @param onEnd         is given each claim that ends, within the transaction that ends it
     */
    public AnswerStore(JdbcClient jdbc, PlatformTransactionManager transactions, PersonalData personal,
                       Digests digests, Runnable deliveryIsDue, Consumer<UUID> onEnd) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.personal = personal;
        this.digests = digests;
        this.deliveryIsDue = deliveryIsDue;
        this.onEnd = onEnd;
    }

    /**
     * Ends a claim, in one transaction with storing the answer that ended it. The request and all envelopes are erased
     * and every lease is void. A claim with a {@code replyTo} waits in the {@link DeliveryQueue} from then on.
     *
     * @throws IllegalArgumentException if there is no such claim
     */
    public Finish finish(UUID claim, Outcome outcome, Optional<ReceivedAnswer> answer) {
        try {
            AtomicBoolean toDeliver = new AtomicBoolean();
            Finish finish = transaction.execute(status -> {
                boolean first = jdbc.sql("delete from open_claim where claim_id = :id").param("id", claim).update() == 1;
                if (first) {
                    toDeliver.set(end(claim, outcome));
                } else if (jdbc.sql("select 1 from outcome where claim_id = :id").param("id", claim)
                        .query(Integer.class).optional().isEmpty()) {
                    throw new IllegalArgumentException("There is no claim " + claim + ".");
                }
                answer.ifPresent(received -> insert(received, Optional.of(claim), !first, false));
                return first ? Finish.DONE : Finish.LATE;
            });
            if (toDeliver.get()) {
                deliveryIsDue.run();
            }
            return finish;
        } catch (DuplicateKeyException twin) {
            return Finish.DUPLICATE;
        }
    }

    /** Whether its response is to be brought to the caller. */
    private boolean end(UUID claim, Outcome outcome) {
        Optional<FailureSummary> failure = outcome.failure();
        jdbc.sql("""
                insert into outcome (claim_id, state, response, failure_family, failure_code, failure_kind, retryable,
                        final_at, erased)
                values (:id, :state, :response, :family, :code, :kind, :retryable, current_timestamp, false)
                """)
                .param("id", claim).param("state", outcome.state().label())
                .param("response", personal.encrypt(outcome.response().getBytes(StandardCharsets.UTF_8),
                        "outcome", claim, "response"))
                .param("family", failure.map(f -> f.family().label()).orElse(null), Types.VARCHAR)
                .param("code", failure.map(FailureSummary::code).orElse(null), Types.VARCHAR)
                .param("kind", failure.map(f -> f.kind().label()).orElse(null), Types.VARCHAR)
                .param("retryable", failure.map(FailureSummary::retryable).orElse(null), Types.BOOLEAN)
                .update();
        jdbc.sql("update attempt set envelope = null where claim_id = :id").param("id", claim).update();
        onEnd.accept(claim);
        return jdbc.sql("""
                insert into delivery (claim_id, due_at) select id, current_timestamp
                from claim where id = :id and reply_to is not null
                """)
                .param("id", claim).update() == 1;
    }

    /**
     * Stores an answer that ends no claim: a foreign or an interim one.
     *
     * @return false if it is stored already
     */
    public boolean keep(ReceivedAnswer answer, Optional<UUID> claim, boolean interim) {
        if (known(answer.id())) {
            return false;
        }
        try {
            transaction.executeWithoutResult(status -> insert(answer, claim, false, interim));
            return true;
        } catch (DuplicateKeyException twin) {
            return false;
        }
    }

    private void insert(ReceivedAnswer answer, Optional<UUID> claim, boolean late, boolean interim) {
        jdbc.sql("""
                insert into answer (id, claim_id, original_message_id, kind, content, late, interim, received_at, erased)
                values (:id, :claim, :original, :kind, :content, :late, :interim, current_timestamp, false)
                """)
                .param("id", answer.id()).param("claim", claim.orElse(null), Types.OTHER)
                .param("original", answer.originalMessageId()).param("kind", answer.kind())
                .param("content", personal.encrypt(answer.content(), "answer", answer.id(), "content"))
                .param("late", late).param("interim", interim).update();
        leaveQuarantine(answer.content());
    }

    /** Once it is stored as good, an earlier delivery that was kept aside has no meaning any more. */
    private void leaveQuarantine(byte[] content) {
        if (jdbc.sql("select exists (select 1 from quarantine)").query(Boolean.class).single()) {
            jdbc.sql("delete from quarantine where digest in (:digests)")
                    .param("digests", digests.candidates(Redelivery.unchanging(content))).update();
        }
    }

    private boolean known(String answerId) {
        return jdbc.sql("select exists (select 1 from answer where id = :id)").param("id", answerId)
                .query(Boolean.class).single();
    }

    /** The claim that the request with that MessageID was sent for; empty also if the text is no UUID. */
    public Optional<CorrelatedClaim> correlate(String originalMessageId) {
        UUID messageId;
        try {
            messageId = UUID.fromString(originalMessageId.strip());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return jdbc.sql("""
                select c.id, c.client, c.door, c.trace, coalesce(o.state, e.state) as state
                from attempt a join claim c on c.id = a.claim_id
                left join open_claim o on o.claim_id = c.id left join outcome e on e.claim_id = c.id
                where a.message_id = :messageId
                """)
                .param("messageId", messageId)
                .query((row, i) -> new CorrelatedClaim(row.getObject("id", UUID.class),
                        ClaimState.of(row.getString("state")), row.getString("client"), row.getString("door"),
                        TraceParent.of(row)))
                .optional();
    }

    /**
     * Keeps a message that cannot be trusted or read. When СМЭВ delivers it again it is only counted: the first delivery
     * stands for all.
     *
     * @param reason why, in words of our own; at most 200 characters
     */
    public UUID quarantine(String reason, byte[] content) {
        List<String> candidates = digests.candidates(Redelivery.unchanging(content));
        try {
            return transaction.execute(status -> again(candidates).orElseGet(() -> {
                UUID id = ids.generate();
                jdbc.sql("""
                        insert into quarantine (id, digest, reason, content, received_at, last_seen_at, times)
                        values (:id, :digest, :reason, :content, current_timestamp, current_timestamp, 1)
                        """)
                        .param("id", id).param("digest", candidates.get(0)).param("reason", reason)
                        .param("content", personal.encrypt(content, "quarantine", id, "content")).update();
                return id;
            }));
        } catch (DuplicateKeyException twin) {
            return transaction.execute(status -> again(candidates).orElseThrow(() -> twin));
        }
    }

    private Optional<UUID> again(List<String> candidates) {
        Optional<UUID> id = jdbc.sql("select id from quarantine where digest in (:digests)")
                .param("digests", candidates).query(UUID.class).optional();
        id.ifPresent(known -> jdbc.sql("update quarantine set times = times + 1, last_seen_at = current_timestamp where id = :id")
                .param("id", known).update());
        return id;
    }
}
