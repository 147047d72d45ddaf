package io.eidroutes.identification.person;

import io.eidroutes.store.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class H2PersonStoreTest extends PersonStoreContract {

    @TempDir
    static Path folder;

    private static TestDatabase database;

    @BeforeAll
    static void open() {
        database = TestDatabase.h2(folder.resolve("store"));
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
