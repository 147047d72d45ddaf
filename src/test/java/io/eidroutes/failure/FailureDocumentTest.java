package io.eidroutes.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** {@code src/docs/failures.md} says what the catalogue and the routers say. */
class FailureDocumentTest {

    @Test
    void whenCatalogueOrRoutersWereChangedThenTheDocumentWasToo() throws Exception {
        String text = new FailureDocument().text();
        if (Boolean.getBoolean("failures.write")) {
            Files.writeString(FailureDocument.FILE, text);
        }

        assertThat(Files.readString(FailureDocument.FILE).equals(text))
                .as("%s is stale; write it anew: mvn test -Dtest=FailureDocumentTest -Dfailures.write=true", FailureDocument.FILE)
                .isTrue();
    }

    @Test
    void whenACodeIsInTheCatalogueThenTheDocumentHasItsLine() {
        String text = new FailureDocument().text();

        assertThat(Catalogue.load().entries()).allSatisfy(entry -> assertThat(text).contains(
                entry.code().equals(Catalogue.OTHERWISE) ? "| *otherwise* |" : "\n| `" + entry.code() + "` |", entry.message().en()));
        assertThat(text.lines().filter(line -> line.startsWith("| ") && line.split("(?<!\\\\)\\|").length == 9)).hasSize(
                Catalogue.load().entries().size() + Family.values().length);
    }
}
