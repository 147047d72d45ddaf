package io.eidroutes.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dispatcher with one hand, and its stop. */
class LeaseDispatcherTest {

    private static final LeaseDispatcher.Names NAMES = new LeaseDispatcher.Names("pieces", "hand");
    private static final LeaseDispatcher.Pace PACE = new LeaseDispatcher.Pace(1, Duration.ofMinutes(1), Duration.ofHours(1));

    @TempDir
    Path folder;

    private TestDatabase database;
    private StoreSignals signals;

    @BeforeEach
    void open() {
        database = TestDatabase.h2(folder.resolve("store"));
        signals = new StoreSignals(database.dataSource());
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void whenAStopComesBetweenReservingAndDispatchingThenTheWorkIsLeftToItsLease() {
        AtomicBoolean done = new AtomicBoolean();
        LeaseDispatcher<String> dispatcher = new LeaseDispatcher<>(NAMES, (owner, max, lease) -> List.of(),
                piece -> done.set(true), PACE, signals);
        dispatcher.start();
        assertThat(dispatcher.reserve()).isTrue();

        dispatcher.stop();
        dispatcher.dispatch("a piece that is stored and leased");

        assertThat(done).isFalse();
    }

    @Test
    void whenItIsStoppedWhileItAsksTheStoreThenThatIsNotInterrupted() {
        CountDownLatch asked = new CountDownLatch(1);
        AtomicBoolean stopping = new AtomicBoolean();
        AtomicBoolean interrupted = new AtomicBoolean();
        AtomicBoolean answered = new AtomicBoolean();
        LeaseDispatcher<String> dispatcher = new LeaseDispatcher<>(NAMES, (owner, max, lease) -> {
            asked.countDown();
            await().atMost(Duration.ofSeconds(10)).until(stopping::get);
            interrupted.set(Thread.currentThread().isInterrupted());
            answered.set(true);
            return List.of();
        }, piece -> { }, PACE, signals);
        dispatcher.start();
        await().until(() -> asked.getCount() == 0);

        Thread stop = new Thread(dispatcher::stop);
        stop.start();
        await().until(() -> !dispatcher.isRunning());
        stopping.set(true);
        await().until(() -> !stop.isAlive());

        assertThat(answered).isTrue();
        assertThat(interrupted).isFalse();
    }
}
