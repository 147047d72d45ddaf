package io.eidroutes.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a file of the inbox is ready to be taken. */
class InboxTest {

    private static final Duration SETTLE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final AtomicLong clock = new AtomicLong();
    private Inbox inbox;

    @BeforeEach
    void make() {
        inbox = new Inbox(folder, SETTLE, PAUSE, clock::get);
    }

    @Test
    void whenAFileDoesNotChangeForTheSettleTimeThenItIsReady() throws IOException {
        Files.writeString(folder.resolve("a.json"), "{");

        assertThat(inbox.isReady("a.json")).isFalse();
        pass(Duration.ofMillis(1999));
        assertThat(inbox.isReady("a.json")).isFalse();
        pass(Duration.ofMillis(1));
        assertThat(inbox.isReady("a.json")).isTrue();
    }

    @Test
    void whenAWriterAppendsThenItIsNotReadyBeforeItStops() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "{");
        for (int i = 0; i < 10; i++) {
            assertThat(inbox.isReady("a.json")).isFalse();
            pass(Duration.ofMillis(1500));
            Files.writeString(file, "}", StandardOpenOption.APPEND);
        }

        assertThat(inbox.isReady("a.json")).isFalse();
        pass(SETTLE);
        assertThat(inbox.isReady("a.json")).isTrue();
    }

    @Test
    void whenAnOldFileIsRenamedThenItSettlesFirst() throws IOException {
        Path temporary = Files.writeString(folder.resolve(".a.tmp"), "{}");
        Files.setLastModifiedTime(temporary, FileTime.from(Instant.EPOCH));
        Files.move(temporary, folder.resolve("a.json"));

        assertThat(inbox.isReady("a.json")).isFalse();
        pass(SETTLE);
        assertThat(inbox.isReady("a.json")).isTrue();
    }

    @Test
    void whenAClockOfTheWriterIsAheadThenTheFileIsReadyAllTheSame() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "{}");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(3600)));

        inbox.isReady("a.json");
        pass(SETTLE);
        assertThat(inbox.isReady("a.json")).isTrue();
    }

    @Test
    void whenAFileStaysAfterItWasHandedOutThenItIsReadyAfterThePause() throws IOException {
        ready("a.json");
        inbox.handedOut("a.json");

        assertThat(inbox.isReady("a.json")).isFalse();
        pass(PAUSE);
        assertThat(inbox.isReady("a.json")).isTrue();
    }

    @Test
    void whenAFileIsReplacedAfterItWasHandedOutThenThereIsNoPause() throws IOException {
        ready("a.json");
        inbox.handedOut("a.json");
        Files.writeString(folder.resolve("a.json"), "{\"other\":1}");

        assertThat(inbox.isReady("a.json")).isFalse();
        pass(SETTLE);
        assertThat(inbox.isReady("a.json")).isTrue();
    }

    @Test
    void whenTheNameIsNotOursThenItIsNeverReady() throws IOException {
        Files.createDirectory(folder.resolve("folder.json"));
        for (String name : new String[] {".a.json", "a.json.tmp", "a.json.part", "a.xml", "folder.json", "none.json"}) {
            if (name.startsWith("a") || name.startsWith(".")) {
                Files.writeString(folder.resolve(name), "{}");
            }
            inbox.isReady(name);
        }
        pass(PAUSE);

        assertThat(new String[] {".a.json", "a.json.tmp", "a.json.part", "a.xml", "folder.json", "none.json"})
                .noneMatch(inbox::isReady);
    }

    private void ready(String name) throws IOException {
        Files.writeString(folder.resolve(name), "{}");
        inbox.isReady(name);
        pass(SETTLE);
        assertThat(inbox.isReady(name)).isTrue();
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }
}
