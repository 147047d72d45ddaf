package io.eidroutes.store;

import java.nio.file.Path;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A process that commits rows from four threads and names each on standard output once it is committed, until killed. */
final class CommittingProcess {

    private CommittingProcess() {
    }

    public static void main(String[] arguments) {
        TestDatabase database = TestDatabase.h2(Path.of(arguments[0]));
        JdbcClient jdbc = database.jdbc();
        TransactionTemplate transaction = new TransactionTemplate(database.transactions());
        for (int thread = 0; thread < 4; thread++) {
            new Thread(() -> commitForEver(jdbc, transaction)).start();
        }
    }

    private static void commitForEver(JdbcClient jdbc, TransactionTemplate transaction) {
        while (true) {
            UUID id = UUID.randomUUID();
            transaction.executeWithoutResult(status -> jdbc.sql("""
                    insert into quarantine (id, digest, reason, content, received_at, last_seen_at, times)
                    values (:id, :digest, 'test', :content, current_timestamp, current_timestamp, 1)
                    """)
                    .param("id", id).param("digest", id.toString()).param("content", new byte[2000]).update());
            System.out.println(id);
        }
    }
}
