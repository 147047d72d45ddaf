package io.eidroutes.consent;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.uuid.Generators;
import io.eidroutes.delivery.ReturnAddress;
import io.eidroutes.privacy.Digests;
import io.eidroutes.privacy.Keyset;
import io.eidroutes.privacy.KeysetFile;
import io.eidroutes.privacy.PersonalData;
import io.eidroutes.store.Database;
import io.eidroutes.store.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tests of the store have in common; they run on every database. */
abstract class StoreContract {

    static final Duration LEASE = Duration.ofMinutes(1);
    static final Duration LATER = Duration.ofMinutes(5);
    static final Duration WEEK = Duration.ofDays(7);
    static final byte[] ENVELOPE = "<envelope/>".getBytes(UTF_8);

    /** Claims that ended. */
    final List<UUID> ended = new ArrayList<>();
    final String keysetFile = KeysetFile.generate();
    JdbcClient jdbc;
    ClaimStore store;
    ClaimQueue queue;
    AnswerStore answers;
    DeliveryQueue deliveries;
    Retention retention;

    abstract TestDatabase database();

    @BeforeEach
    void prepare() {
        database().clear();
        jdbc = database().jdbc();
        open(keysetFile);
    }

    /** Opens the stores with the keys of a keyset file. */
    void open(String file) {
        Keyset keyset = Keyset.parse(file);
        PersonalData personal = new PersonalData(keyset);
        Digests digests = new Digests(keyset);
        store = new ClaimStore(jdbc, Database.of(database().dataSource()), database().transactions(), personal, digests, Duration.ofDays(1));
        queue = new ClaimQueue(jdbc, database().transactions(), personal);
        answers = new AnswerStore(jdbc, database().transactions(), personal, digests, () -> { }, ended::add);
        deliveries = new DeliveryQueue(jdbc, database().transactions(), Duration.ofDays(1));
        retention = new Retention(jdbc, database().transactions());
    }

    static NewClaim claim(String key, String payload) {
        return new NewClaim("shop", "http", Optional.ofNullable(key), "TESIA", payload.getBytes(UTF_8), WEEK,
                Optional.empty(), Optional.empty());
    }

    UUID accepted(String payload) {
        return store.accept(claim(null, payload)).id();
    }

    UUID acceptedWithReplyTo(String payload) {
        return store.accept(new NewClaim("shop", "jms", Optional.empty(), "TESIA", payload.getBytes(UTF_8), WEEK,
                Optional.of(ReturnAddress.queue("answers", Optional.empty())), Optional.empty())).id();
    }

    LeasedClaim leased() {
        return queue.lease("node-1", 1, LEASE).get(0);
    }

    LeasedClaim sending(LeasedClaim claim) {
        return queue.storeAttempt(claim, messageId(), ENVELOPE);
    }

    /** A new claim whose first attempt is on its way. */
    LeasedClaim firstSending() {
        accepted("{}");
        return sending(leased());
    }

    static UUID messageId() {
        return Generators.timeBasedGenerator().generate();
    }

    static ReceivedAnswer answer(String id, LeasedClaim claim) {
        return new ReceivedAnswer(id, claim.attempt().orElseThrow().messageId().toString(), "MessagePrimaryContent",
                "<answer/>".getBytes(UTF_8));
    }

    static Outcome answered(String response) {
        return new Outcome(ClaimState.ANSWERED, response, Optional.empty());
    }

    ClaimState state(UUID id) {
        return store.find(id).orElseThrow().state();
    }

    /** The time of every open claim comes: retries are due and leases have ended. */
    void timePasses() {
        jdbc.sql("update open_claim set due_at = current_timestamp - interval '1' second").update();
    }

    /** The next lease after a retry or a dead owner. */
    LeasedClaim leasedAgain() {
        timePasses();
        return queue.lease("node-2", 1, LEASE).get(0);
    }

    /** The states of the claims that have not ended. */
    List<String> openClaims() {
        return jdbc.sql("select state from open_claim order by state").query(String.class).list();
    }

    /** Whether an answer with that MessageId is stored. */
    boolean known(String answerId) {
        return jdbc.sql("select exists (select 1 from answer where id = :id)").param("id", answerId)
                .query(Boolean.class).single();
    }

    int quarantined() {
        return jdbc.sql("select count(*) from quarantine").query(Integer.class).single();
    }

    List<String> attemptOutcomes(UUID claim) {
        return jdbc.sql("select outcome from attempt where claim_id = :id order by n").param("id", claim)
                .query(String.class).list();
    }
}
