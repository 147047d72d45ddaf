package io.eidroutes.consent;

import io.eidroutes.store.TestDatabase;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

class PostgresStoreTest {

    private static TestDatabase database;

    @BeforeAll
    static void open() throws IOException {
        database = TestDatabase.postgres();
    }

    @AfterAll
    static void close() throws Exception {
        database.close();
    }

    @Nested
    class Accepting extends AcceptingContract {
        @Override
        TestDatabase database() {
            return database;
        }
    }

    @Nested
    class Sending extends SendingContract {
        @Override
        TestDatabase database() {
            return database;
        }
    }

    @Nested
    class Ending extends EndingContract {
        @Override
        TestDatabase database() {
            return database;
        }
    }

    @Nested
    class Desk extends DeskContract {
        @Override
        TestDatabase database() {
            return database;
        }
    }

    @Nested
    class Secrecy extends SecrecyContract {
        @Override
        TestDatabase database() {
            return database;
        }
    }
}
