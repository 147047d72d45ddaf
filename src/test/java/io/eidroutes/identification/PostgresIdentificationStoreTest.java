package io.eidroutes.identification;

import io.eidroutes.store.TestDatabase;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresIdentificationStoreTest extends IdentificationStoreContract {

    private static TestDatabase database;

    @BeforeAll
    static void openDatabase() throws IOException {
        database = TestDatabase.postgres();
    }

    @AfterAll
    static void closeDatabase() throws Exception {
        database.close();
    }

    @Override
    TestDatabase database() {
        return database;
    }
}
