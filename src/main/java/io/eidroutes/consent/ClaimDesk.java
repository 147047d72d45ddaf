package io.eidroutes.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The open claims as an operator sees them, and what an operator may do about them. */
public final class ClaimDesk {

    private static final String TRY_NOW = """
            update open_claim set due_at = current_timestamp where lease_owner is null
            and (held_for is not null and state in ('accepted', 'sending') or state = 'quarantined')
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    /** What became of an operator's word. */
    public enum Done {
        YES,
        /** There is no such open claim. */
        UNKNOWN,
        /** The claim is in another state, or a node has it in hand. */
        NOT_NOW,
        /** It is past its deadline. */
        TOO_LATE
    }

    public ClaimDesk(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Notes for which failure a claim waits for the operator. Before the claim is given back. */
    void hold(LeasedClaim claim, String code) {
        jdbc.sql("""
                update open_claim set held_for = :code, held_since = current_timestamp
                where claim_id = :id and fence = :fence and lease_owner = :owner
                """)
                .param("code", code).param("id", claim.id()).param("fence", claim.fence()).param("owner", claim.owner())
                .update();
    }

    ClaimFigures figures() {
        Map<ClaimState, Long> open = new EnumMap<>(ClaimState.class);
        long[] held = {0};
        jdbc.sql("select state, count(*) as claims, count(held_for) as held from open_claim group by state").query(row -> {
            open.put(ClaimState.of(row.getString("state")), row.getLong("claims"));
            held[0] += row.getLong("held");
        });
        Duration oldest = jdbc.sql("select min(due_at) as due, current_timestamp as now from open_claim").query((row, i) -> {
            OffsetDateTime due = row.getObject("due", OffsetDateTime.class);
            Duration since = due == null ? Duration.ZERO : Duration.between(due, row.getObject("now", OffsetDateTime.class));
            return since.isNegative() ? Duration.ZERO : since;
        }).single();
        // Ids are in the order of acceptance, so that this is one look at an index.
        Duration oldestOpen = jdbc.sql("""
                select created_at as since, current_timestamp as now from claim
                where id = (select claim_id from open_claim order by claim_id limit 1)
                """).query((row, i) -> Duration.between(row.getObject("since", OffsetDateTime.class),
                        row.getObject("now", OffsetDateTime.class))).optional().orElse(Duration.ZERO);
        return new ClaimFigures(open, held[0], oldestOpen, oldest, jdbc.sql("select count(*) from quarantine").query(Long.class).single());
    }

    /** Claims of which nobody knows whether СМЭВ has them, those accepted first coming first. */
    List<WaitingClaim> uncertain(int max) {
        return waiting("o.state = 'uncertain'", max);
    }

    /** Claims that are to be sent once an operator has mended something. */
    List<WaitingClaim> held(int max) {
        return waiting("o.held_for is not null and o.state in ('accepted', 'sending')", max);
    }

    /** Claims that cannot be decrypted with the present keys. */
    List<WaitingClaim> quarantined(int max) {
        return waiting("o.state = 'quarantined'", max);
    }

    private List<WaitingClaim> waiting(String which, int max) {
        List<UUID> ids = jdbc.sql("select o.claim_id from open_claim o where " + which + " order by o.claim_id limit :max")
                .param("max", max).query(UUID.class).list();
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<WaitingClaim.Sending>> sendings = new HashMap<>();
        jdbc.sql("select claim_id, message_id, first_wire_at, outcome, ever_unclear from attempt where claim_id in (:ids) order by n")
                .param("ids", ids).query(row -> {
                    sendings.computeIfAbsent(row.getObject("claim_id", UUID.class), id -> new ArrayList<>())
                            .add(new WaitingClaim.Sending(row.getObject("message_id", UUID.class),
                                    time(row, "first_wire_at").orElseThrow(), row.getString("outcome"),
                                    row.getBoolean("ever_unclear")));
                });
        return jdbc.sql("""
                select o.claim_id, o.state, o.held_for, o.held_since, o.tries, c.created_at, c.end_of_life
                from open_claim o join claim c on c.id = o.claim_id where o.claim_id in (:ids) order by o.claim_id
                """)
                .param("ids", ids)
                .query((row, i) -> {
                    UUID id = row.getObject("claim_id", UUID.class);
                    return new WaitingClaim(id, row.getString("state"), Optional.ofNullable(row.getString("held_for")),
                            time(row, "held_since"), time(row, "created_at").orElseThrow(),
                            time(row, "end_of_life").orElseThrow(), row.getInt("tries"), sendings.getOrDefault(id, List.of()));
                }).list();
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /**
     * Has an uncertain claim mapped, signed and sent anew under another MessageID: ESIA may then be asked twice, which is
     * why nobody but an operator may say so. That the first may have arrived is remembered.
     */
    Done reissue(UUID id) {
        return transaction.execute(status -> {
            Optional<Boolean> past = jdbc.sql("""
                    select c.end_of_life <= current_timestamp from claim c where c.id = :id
                    and exists (select 1 from open_claim o where o.claim_id = c.id)
                    """)
                    .param("id", id).query(Boolean.class).optional();
            if (past.isEmpty()) {
                return Done.UNKNOWN;
            }
            if (past.get()) {
                return Done.TOO_LATE;
            }
            int taken = jdbc.sql("""
                    update open_claim set state = 'sending', due_at = current_timestamp, held_for = null, held_since = null
                    where claim_id = :id and state = 'uncertain' and lease_owner is null
                    """)
                    .param("id", id).update();
            if (taken == 0) {
                return Done.NOT_NOW;
            }
            jdbc.sql("update attempt set outcome = 'superseded' where claim_id = :id").param("id", id).update();
            return Done.YES;
        });
    }

    /** Has a claim tried at once that waits for the operator or for keys that can decrypt it. */
    Done tryNow(UUID id) {
        int due = transaction.execute(status -> jdbc.sql(TRY_NOW + " and claim_id = :id").param("id", id).update());
        if (due == 1) {
            return Done.YES;
        }
        return jdbc.sql("select exists (select 1 from open_claim where claim_id = :id)").param("id", id)
                .query(Boolean.class).single() ? Done.NOT_NOW : Done.UNKNOWN;
    }

    /** Has all of them tried; how many there were. */
    int tryAllNow() {
        return transaction.execute(status -> jdbc.sql(TRY_NOW).update());
    }
}
