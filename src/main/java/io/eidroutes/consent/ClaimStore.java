package io.eidroutes.consent;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import io.eidroutes.delivery.ReturnAddress;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.FailureSummary;
import io.eidroutes.failure.Family;
import io.eidroutes.privacy.Digests;
import io.eidroutes.privacy.PersonalData;
import io.eidroutes.store.Database;
import io.eidroutes.trace.TraceParent;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Accepts claims and finds them again. A claim is stored when {@link #accept} returns; all times are of the database's
 * clock.
 */
public final class ClaimStore {

    private static final String STATE = "coalesce(o.state, e.state)";
    private static final String CLAIM_AND_LIFE = """
            from claim c left join open_claim o on o.claim_id = c.id left join outcome e on e.claim_id = c.id
            """;

    /** Any of them will do: to look for the last one would cost more, the more there are. */
    private static final String SAME_CONTENT = """
            select id from claim where content_digest in (:contents)
            and created_at > current_timestamp - cast(:window as bigint) * interval '0.001' second limit 1
            """;
    private static final String INSERT_CLAIM = """
            insert into claim (id, client, door, idempotency_key, content_digest, routing_code, reply_to,
                    delivery_id, trace, created_at, end_of_life)
            values (:id, :client, :door, :key, :content, :routingCode, :replyTo, :deliveryId, :trace, current_timestamp,
                    current_timestamp + cast(:endOfLife as bigint) * interval '0.001' second)
            """;
    private static final String INSERT_OPEN_CLAIM = """
            insert into open_claim (claim_id, state, payload, attempt, tries, due_at, lease_owner, fence)
            values (:id, :state, :payload, 0, 0,
                    current_timestamp + cast(:lease as bigint) * interval '0.001' second, :owner, :fence)
            """;

    private final JdbcClient jdbc;
    private final Database database;
    private final TransactionTemplate transaction;
    private final PersonalData personal;
    private final Digests digests;
    private final Duration sameContentWindow;
    private final TimeBasedEpochRandomGenerator ids = Generators.timeBasedEpochRandomGenerator();

    /**
     * @param database          what {@code jdbc} speaks to
     * @param sameContentWindow how long the same content under another key is flagged, for instance 24 hours
     */
    public ClaimStore(JdbcClient jdbc, Database database, PlatformTransactionManager transactions, PersonalData personal, Digests digests,
                      Duration sameContentWindow) {
        this.jdbc = jdbc;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.personal = personal;
        this.digests = digests;
        this.sameContentWindow = sameContentWindow;
    }

    /** As {@link #accept(NewClaim, Optional, Duration)}, without a lease. */
    public Acceptance accept(NewClaim claim) {
        return accept(claim, Optional.empty(), Duration.ZERO);
    }

    /**
     * Stores a claim, or finds the one that was stored under the same key of that client and door.
     *
     * @param leaseOwner who wants to work on it at once
     * @param lease      how long, if so
     * @throws Failure {@code validation idempotency-conflict} if the key was used with other content; the content is
     *                 the payload and the routing code
     */
    public Acceptance accept(NewClaim claim, Optional<String> leaseOwner, Duration lease) {
        List<String> contents = digests.candidates(bytes(claim.client(), claim.routingCode(), claim.payload()));
        List<String> keys = claim.idempotencyKey().map(key -> keys(claim.client(), claim.door(), key))
                .orElse(List.of());
        try {
            return transaction.execute(status -> known(keys, contents)
                    .orElseGet(() -> insert(claim, keys, contents, leaseOwner, lease)));
        } catch (DuplicateKeyException twin) {
            // It came at the same moment; on PostgreSQL the violation has ended this transaction.
            return transaction.execute(status -> known(keys, contents).orElseThrow(() -> twin));
        }
    }

    /** Whether a claim was accepted under that key of that client and door. */
    boolean knows(String client, String door, String idempotencyKey) {
        return jdbc.sql("select exists (select 1 from claim where idempotency_key in (:keys))")
                .param("keys", keys(client, door, idempotencyKey)).query(Boolean.class).single();
    }

    private List<String> keys(String client, String door, String idempotencyKey) {
        return digests.candidates(bytes(client, door, idempotencyKey.getBytes(StandardCharsets.UTF_8)));
    }

    private Optional<Acceptance> known(List<String> keys, List<String> contents) {
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql("select c.id, c.content_digest, " + STATE + " as state " + CLAIM_AND_LIFE
                        + "where c.idempotency_key in (:keys)")
                .param("keys", keys)
                .query((row, i) -> {
                    if (!contents.contains(row.getString("content_digest"))) {
                        throw Failure.of(Family.VALIDATION, "idempotency-conflict");
                    }
                    return new Acceptance(row.getObject("id", UUID.class), false, ClaimState.of(row.getString("state")),
                            Optional.empty(), Optional.empty());
                }).optional();
    }

    private Acceptance insert(NewClaim claim, List<String> keys, List<String> contents, Optional<String> leaseOwner,
                              Duration lease) {
        UUID id = ids.generate();
        MapSqlParameterSource row = new MapSqlParameterSource()
                .addValue("id", id).addValue("client", claim.client()).addValue("door", claim.door())
                .addValue("key", keys.isEmpty() ? null : keys.get(0), Types.VARCHAR)
                .addValue("content", contents.get(0)).addValue("routingCode", claim.routingCode())
                .addValue("replyTo", claim.replyTo().map(to -> personal.encrypt(to.text().getBytes(StandardCharsets.UTF_8),
                        "claim", id, "reply_to")).orElse(null), Types.BINARY)
                .addValue("trace", claim.trace().map(TraceParent::text).orElse(null), Types.VARCHAR)
                .addValue("deliveryId", UUID.randomUUID()).addValue("endOfLife", claim.endOfLife().toMillis())
                .addValue("state", ClaimState.ACCEPTED.label())
                .addValue("payload", personal.encrypt(claim.payload(), "open_claim", id, "payload"))
                .addValue("lease", leaseOwner.isPresent() ? lease.toMillis() : 0)
                .addValue("owner", leaseOwner.orElse(null), Types.VARCHAR)
                .addValue("fence", leaseOwner.isPresent() ? 1 : 0)
                .addValue("contents", contents).addValue("window", sameContentWindow.toMillis());
        Inserted inserted = database == Database.POSTGRESQL ? insertAtOnce(row) : insertOneByOne(row);
        Optional<LeasedClaim> leased = leaseOwner.map(owner -> new LeasedClaim(id, 1, owner, claim.client(),
                claim.door(), claim.routingCode(), ClaimState.ACCEPTED, claim.payload(), inserted.endOfLife(), false, 0, 0, 0,
                Optional.empty(), false, claim.trace()));
        return new Acceptance(id, true, ClaimState.ACCEPTED, inserted.sameContent(), leased);
    }

    /** One way to the server and back instead of three; what is looked for does not see what is inserted. */
    private Inserted insertAtOnce(SqlParameterSource row) {
        return jdbc.sql("with same as (" + SAME_CONTENT + "), stored as (" + INSERT_CLAIM + " returning end_of_life), opened as ("
                        + INSERT_OPEN_CLAIM + ") select stored.end_of_life, same.id from stored left join same on true")
                .paramSource(row)
                .query((found, i) -> new Inserted(time(found, "end_of_life").orElseThrow(),
                        Optional.ofNullable(found.getObject("id", UUID.class))))
                .single();
    }

    private Inserted insertOneByOne(SqlParameterSource row) {
        Optional<UUID> sameContent = jdbc.sql(SAME_CONTENT).paramSource(row).query(UUID.class).optional();
        GeneratedKeyHolder clock = new GeneratedKeyHolder();
        jdbc.sql(INSERT_CLAIM).paramSource(row).update(clock, "end_of_life");
        jdbc.sql(INSERT_OPEN_CLAIM).paramSource(row).update();
        return new Inserted(((OffsetDateTime) clock.getKeyList().get(0).get("end_of_life")).toInstant(), sameContent);
    }

    private record Inserted(Instant endOfLife, Optional<UUID> sameContent) {
    }

    /** What is digested. The same payload of another client or for another addressee is another request. */
    private static byte[] bytes(String client, String detail, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(client.getBytes(StandardCharsets.UTF_8));
        bytes.write(0);
        bytes.writeBytes(detail.getBytes(StandardCharsets.UTF_8));
        bytes.write(0);
        bytes.writeBytes(content);
        return bytes.toByteArray();
    }

    /** Finds a claim. */
    public Optional<StoredClaim> find(UUID id) {
        return jdbc.sql("select c.*, " + STATE + """
                 as state, e.response, e.failure_family, e.failure_code, e.failure_kind, e.retryable, e.final_at,
                e.delivered_at
                """ + CLAIM_AND_LIFE + "where c.id = :id")
                .param("id", id).query((row, i) -> stored(row)).optional();
    }

    private StoredClaim stored(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new StoredClaim(id, row.getString("client"), row.getString("door"), row.getString("routing_code"),
                ClaimState.of(row.getString("state")), text(row, "outcome", id, "response"), FailureSummary.of(row),
                text(row, "claim", id, "reply_to").map(ReturnAddress::of), row.getObject("delivery_id", UUID.class),
                time(row, "created_at").orElseThrow(), time(row, "end_of_life").orElseThrow(), time(row, "final_at"),
                time(row, "delivered_at"));
    }

    private Optional<String> text(ResultSet row, String table, UUID id, String column) throws SQLException {
        return Optional.ofNullable(row.getBytes(column))
                .map(encrypted -> new String(personal.decrypt(encrypted, table, id, column), StandardCharsets.UTF_8));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** The states of those of the claims that exist. */
    public Map<UUID, ClaimState> states(Collection<UUID> claims) {
        Map<UUID, ClaimState> states = new HashMap<>();
        if (!claims.isEmpty()) {
            jdbc.sql("select c.id, " + STATE + " as state " + CLAIM_AND_LIFE + "where c.id in (:ids)")
                    .param("ids", claims)
                    .query(row -> {
                        states.put(row.getObject("id", UUID.class), ClaimState.of(row.getString("state")));
                    });
        }
        return states;
    }
}
