package io.eidroutes.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What keeps the store: H2, embedded, or PostgreSQL. */
public enum Database {

    H2, POSTGRESQL;

    /** @throws IllegalStateException if it cannot be reached */
    public static Database of(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("H2") ? H2 : POSTGRESQL;
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be reached.", e);
        }
    }
}
