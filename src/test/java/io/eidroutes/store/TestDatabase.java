package io.eidroutes.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A migrated database of a test, with the transactions that the bundle uses. */
public final class TestDatabase {

    private static final String[] TABLES = {"claim", "answer", "quarantine", "identification", "personal_data_fetch",
            "personal_data_result", "result_delivery", "exchanged_code", "request_renewal", "smev_node"};

    private final HikariDataSource dataSource;
    private final AutoCloseable server;
    private final DurableTransactions transactions;

    private TestDatabase(String url, AutoCloseable server) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(10);
        this.dataSource = new HikariDataSource(pool);
        this.server = server;
        Flyway.configure().dataSource(dataSource).load().migrate();
        this.transactions = new DurableTransactions(dataSource);
    }

    public static TestDatabase h2(Path file) {
        return new TestDatabase(
                "jdbc:h2:file:" + file.toAbsolutePath() + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000", () -> { });
    }

    public static TestDatabase postgres() throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.start();
        return new TestDatabase(server.getJdbcUrl("postgres", "postgres"), server);
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public DurableTransactions transactions() {
        return transactions;
    }

    /** Deletes every row. */
    public void clear() {
        for (String table : TABLES) {
            jdbc().sql("delete from " + table).update();
        }
    }

    public void close() throws Exception {
        dataSource.close();
        server.close();
    }
}
