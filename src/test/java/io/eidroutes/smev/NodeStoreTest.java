package io.eidroutes.smev;

import io.eidroutes.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class NodeStoreTest {

    private static TestDatabase h2;
    private static TestDatabase postgres;

    @BeforeAll
    static void open(@TempDir Path folder) throws IOException {
        h2 = TestDatabase.h2(folder.resolve("store"));
        postgres = TestDatabase.postgres();
    }

    @AfterAll
    static void close() throws Exception {
        h2.close();
        postgres.close();
    }

    @Nested
    class OnH2 extends NodeStoreContract {
        @Override
        TestDatabase database() {
            return h2;
        }
    }

    @Nested
    class OnPostgres extends NodeStoreContract {
        @Override
        TestDatabase database() {
            return postgres;
        }
    }
}
