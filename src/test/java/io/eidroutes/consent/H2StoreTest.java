package io.eidroutes.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.store.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2StoreTest {

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

        @Test
        void whenPersonalDataAreStoredThenTheFileDoesNotShowThem() throws IOException {
            plantMarker();

            String file = Files.readString(folder.resolve("store.mv.db"), StandardCharsets.ISO_8859_1);
            assertThat(file).contains("TESIA").doesNotContain(MARKER);
        }
    }
}
