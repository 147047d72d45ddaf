package io.eidroutes.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.store.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is due is counted, on both databases. */
class DueWorkTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void whenOnH2ThenCounted(@TempDir Path folder) throws Exception {
        count(TestDatabase.h2(folder.resolve("store")));
    }

    @Test
    void whenOnPostgresThenCounted() throws Exception {
        count(TestDatabase.postgres());
    }

    private void count(TestDatabase database) throws Exception {
        try {
            DueWork work = new DueWork(database.jdbc(), meters);
            assertThat(gauge("eid.work.due", "results")).isNaN();
            work.count();
            assertThat(gauge("eid.work.due", "results")).isZero();
            assertThat(gauge("eid.work.oldest.due", "results")).isZero();

            deliver(database, -90, false);
            deliver(database, -10, false);
            deliver(database, 60, false);
            deliver(database, 60, true);
            work.count();

            assertThat(gauge("eid.work.due", "results")).isEqualTo(2);
            assertThat(gauge("eid.work.oldest.due", "results")).isBetween(90.0, 600.0);
            assertThat(gauge("eid.work.given.up", "results")).isEqualTo(1);
            assertThat(gauge("eid.work.due", "claims")).isZero();
        } finally {
            database.close();
        }
    }

    private static void deliver(TestDatabase database, int dueIn, boolean givenUp) {
        database.jdbc().sql("""
                insert into result_delivery (identification_id, delivery_id, client, channel, state, tries, due_at, deadline, fence, given_up_at)
                values (:id, :id, 'bank', 'queue', 'ready', 0, current_timestamp + cast(:dueIn as bigint) * interval '1' second,
                        current_timestamp, 0, case when :givenUp then current_timestamp end)
                """)
                .param("id", UUID.randomUUID()).param("dueIn", dueIn).param("givenUp", givenUp).update();
    }

    private double gauge(String name, String work) {
        return meters.get(name).tag("work", work).gauge().value();
    }
}
