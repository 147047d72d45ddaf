package io.eidroutes.identification.person;

import io.eidroutes.store.TestDatabase;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresPersonStoreTest extends PersonStoreContract {

    private static TestDatabase database;

    @BeforeAll
    static void open() throws IOException {
        database = TestDatabase.postgres();
    }

    @AfterAll
    static void close() throws Exception {
        database.close();
    }

    @Override
    TestDatabase database() {
        return database;
    }
}
