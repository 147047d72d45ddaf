package io.eidroutes.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/** Two processes on one PostgreSQL. */
class StoreSignalsTest {

    private static final String TOPIC = "something-ended";
    private static final String WORK = "work-claims";
    private static final String LISTENING = "application_name = '" + StoreSignals.CONNECTION + "'";
    private static TestDatabase database;

    private final StoreSignals one = new StoreSignals(database.dataSource());
    private final StoreSignals other = new StoreSignals(database.dataSource());
    private final List<List<UUID>> heardByOne = new CopyOnWriteArrayList<>();
    private final List<List<UUID>> heardByOther = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void open() throws IOException {
        database = TestDatabase.postgres();
    }

    @AfterAll
    static void close() throws Exception {
        database.close();
    }

    @BeforeEach
    void start() {
        one.listen(TOPIC, heardByOne::add);
        other.listen(TOPIC, heardByOther::add);
        one.start();
        other.start();
        awaitLookAtStore();
    }

    @AfterEach
    void stop() {
        one.stop();
        other.stop();
    }

    /** Once it listens, a node looks at the store: what was told before it has not heard. */
    private void awaitLookAtStore() {
        await().untilAsserted(() -> {
            assertThat(heardByOne).containsExactly(List.of());
            assertThat(heardByOther).containsExactly(List.of());
        });
        heardByOne.clear();
        heardByOther.clear();
    }

    @Test
    void whenATransactionCommitsThenTheOtherHearsWhatWasToldInItAndTheTellerDoesNot() {
        UUID id = UUID.randomUUID();
        UUID after = UUID.randomUUID();

        new TransactionTemplate(database.transactions()).executeWithoutResult(status -> one.tell(TOPIC, id));
        other.tell(TOPIC, after);

        await().untilAsserted(() -> assertThat(heardByOther).containsExactly(List.of(id)));
        // What it told itself would have come before this.
        await().untilAsserted(() -> assertThat(heardByOne).containsExactly(List.of(after)));
    }

    @Test
    void whenATransactionIsRolledBackThenNothingIsHeardOfIt() {
        UUID id = UUID.randomUUID();

        new TransactionTemplate(database.transactions()).executeWithoutResult(status -> {
            one.tell(TOPIC, UUID.randomUUID());
            status.setRollbackOnly();
        });
        one.tell(TOPIC, id);

        await().untilAsserted(() -> assertThat(heardByOther).containsExactly(List.of(id)));
    }

    @Test
    void whenWorkIsToldOfOftenThenOthersAreWokenOnce() {
        List<List<UUID>> woken = new CopyOnWriteArrayList<>();
        other.listen(WORK, woken::add);
        UUID last = UUID.randomUUID();

        for (int i = 0; i < 5; i++) {
            one.tellOfWork(WORK);
        }
        one.tell(TOPIC, last);

        await().untilAsserted(() -> assertThat(heardByOther).containsExactly(List.of(last)));
        assertThat(woken).containsExactly(List.of());
    }

    @Test
    void whenTheListeningConnectionBreaksThenTheStoreIsLookedAtAndSignalsAreHeardAgain() {
        UUID id = UUID.randomUUID();

        database.jdbc().sql("select pg_terminate_backend(pid) from pg_stat_activity where " + LISTENING)
                .query(row -> { });

        awaitLookAtStore();
        one.tell(TOPIC, id);
        await().untilAsserted(() -> assertThat(heardByOther).containsExactly(List.of(id)));
    }

    @Test
    void whenItStopsThenItsConnectionIsGone() {
        one.stop();
        other.stop();

        await().until(() -> database.jdbc().sql("select count(*) from pg_stat_activity where " + LISTENING)
                .query(Integer.class).single() == 0);
    }

    @Test
    void whenSomebodyElseTellsNonsenseThenOnlyTheStoreIsLookedAt() {
        UUID id = UUID.randomUUID();

        for (String nonsense : List.of("", "x", "x " + TOPIC + " no-id", "x unknown-topic")) {
            database.jdbc().sql("select pg_notify('eid_routes', :words)").param("words", nonsense).query(row -> { });
        }

        await().untilAsserted(() -> assertThat(heardByOther).containsExactly(List.of()));
        one.tell(TOPIC, id);
        await().untilAsserted(() -> assertThat(heardByOther).containsExactly(List.of(), List.of(id)));
    }

    @Test
    void whenTheStoreIsEmbeddedThenNobodyIsToldAndNothingFails(@TempDir Path folder) throws Exception {
        TestDatabase embedded = TestDatabase.h2(folder.resolve("store"));
        StoreSignals alone = new StoreSignals(embedded.dataSource());
        List<List<UUID>> heard = new CopyOnWriteArrayList<>();
        alone.listen(TOPIC, heard::add);

        alone.start();
        alone.tell(TOPIC, UUID.randomUUID());
        alone.tellOfWork(WORK);
        alone.stop();
        embedded.close();

        assertThat(heard).isEmpty();
    }
}
