package io.eidroutes.check;

import io.eidroutes.file.Folders;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Whether the store can be opened, and whether its schema is ours. Nothing is made or changed in it. */
final class StoreCheck implements Check {

    private static final String URL = "spring.datasource.url";
    private static final String SCHEMA = "the schema of the store";
    private static final int H2_NOT_THERE = 90146;
    private static final int H2_IN_USE = 90020;

    @Override
    public void look(CheckedSettings settings, Findings findings) {
        String url = settings.text(URL).orElse("");
        if (url.startsWith("jdbc:h2:mem:")) {
            findings.error(URL, "the store would be in memory, and what was accepted lost at the end", "name a file, or PostgreSQL");
            return;
        }
        if (!url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:postgresql:")) {
            findings.error(URL, "the store is H2 or PostgreSQL", "write jdbc:postgresql://host/database, or jdbc:h2:file:./data/store");
            return;
        }
        DataSource store = source(url, settings);
        try (Connection connection = store.getConnection()) {
            findings.ok(URL, "the store can be opened");
            lookAtSchema(store, connection, findings);
        } catch (SQLException e) {
            refused(e, url, findings);
        } catch (FlywayException e) {
            findings.error(SCHEMA, "it cannot be looked at", "let the user of spring.datasource.username read its tables");
        }
    }

    private static DataSource source(String url, CheckedSettings settings) {
        boolean postgres = url.startsWith("jdbc:postgresql:");
        // An H2 file that is not there must not come into being by being looked at.
        DriverManagerDataSource source = new DriverManagerDataSource(postgres ? url : url + ";IFEXISTS=TRUE");
        source.setUsername(settings.text("spring.datasource.username").orElse(""));
        source.setPassword(settings.text("spring.datasource.password").orElse(""));
        if (postgres) {
            Properties bounds = new Properties();
            bounds.setProperty("connectTimeout", "5");
            bounds.setProperty("loginTimeout", "5");
            bounds.setProperty("socketTimeout", "10");
            source.setConnectionProperties(bounds);
        }
        return source;
    }

    private static void refused(SQLException e, String url, Findings findings) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (e.getErrorCode() == H2_NOT_THERE) {
            Path folder = Path.of(url.replaceFirst("^jdbc:h2:(file:)?", "").replaceFirst(";.*$", "")).toAbsolutePath().getParent();
            if (Folders.canBeMade(folder)) {
                findings.ok(URL, "there is no store yet; the start makes it");
            } else {
                findings.error(URL, "its folder cannot be written to", "chown it to who runs this, or name another file");
            }
        } else if (e.getErrorCode() == H2_IN_USE) {
            findings.warn(URL, "another process has the store open, so the schema was not looked at",
                    "stop the node that runs, or take PostgreSQL for several");
        } else if (state.startsWith("28")) {
            findings.error("spring.datasource.username", "the store does not let this user in", "correct it and SPRING_DATASOURCE_PASSWORD");
        } else if (state.equals("3D000")) {
            findings.error(URL, "the server has no such database", "create it, with spring.datasource.username as its owner");
        } else {
            findings.error(URL, "the store cannot be opened (SQL state " + state + ")", "start it, or correct host and port, and open the way to it");
        }
    }

    private static void lookAtSchema(DataSource store, Connection connection, Findings findings) throws SQLException {
        MigrationInfoService info = Flyway.configure().dataSource(store).load().info();
        MigrationInfo[] all = info.all();
        if (Arrays.stream(all).anyMatch(migration -> migration.getState().isFailed())) {
            findings.error(SCHEMA, "a migration failed", "restore the backup from before it, or repair by hand with Flyway");
        } else if (Arrays.stream(all).anyMatch(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS)) {
            findings.error(SCHEMA, "it is newer than this eid-routes", "start the newer version, or restore the backup from before it");
        } else if (info.current() == null && tables(connection) > 0) {
            findings.error(SCHEMA, "there are tables that are not ours", "give eid-routes a database or a schema of its own");
        } else if (info.pending().length > 0) {
            mayMigrate(connection, info, findings);
        } else if (!Flyway.configure().dataSource(store).load().validateWithResult().validationSuccessful) {
            findings.error(SCHEMA, "it was made by other scripts than those of this eid-routes", "restore the backup, or ask where it comes from");
        } else {
            findings.ok(SCHEMA, "it is at version " + info.current().getVersion() + ", as this eid-routes wants it");
        }
    }

    private static void mayMigrate(Connection connection, MigrationInfoService info, Findings findings) throws SQLException {
        boolean postgres = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        if (postgres && !ask(connection, "select has_schema_privilege(current_schema(), 'CREATE')").equals("t")) {
            findings.error(SCHEMA, info.pending().length + " migrations are to be made, and this user may not create tables",
                    "make it the owner of the database, or grant CREATE on the schema");
            return;
        }
        findings.ok(SCHEMA, info.pending().length + " migrations are to be made; the start makes them");
    }

    private static int tables(Connection connection) throws SQLException {
        return Integer.parseInt(ask(connection, "select count(*) from information_schema.tables where table_schema = current_schema"));
    }

    private static String ask(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return String.valueOf(answer.getString(1));
        }
    }
}
