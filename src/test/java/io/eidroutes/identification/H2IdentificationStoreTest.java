package io.eidroutes.identification;

import io.eidroutes.store.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class H2IdentificationStoreTest extends IdentificationStoreContract {

    @TempDir
    static Path folder;

    private static TestDatabase database;

    @BeforeAll
    static void openDatabase() {
        database = TestDatabase.h2(folder.resolve("store"));
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
