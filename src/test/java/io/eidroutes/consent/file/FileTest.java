package io.eidroutes.consent.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.eidroutes.consent.answer.AnswerTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;

/** Claims through the inbox of the client demo. Each test has file names of its own. */
abstract class FileTest extends AnswerTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Value("${eid.consent.file.inbox}")
    private Path inbox;

    @Value("${eid.consent.file.outbox}")
    private Path outbox;

    @Value("${eid.consent.file.rejected}")
    private Path rejected;

    /** What no other test names its file. */
    static String newName() {
        return "claim-" + UUID.randomUUID();
    }

    Path inInbox(String name) {
        return inbox.resolve(name);
    }

    Path inOutbox(String name) {
        return outbox.resolve(name);
    }

    Path inRejected(String name) {
        return rejected.resolve(name);
    }

    /** Puts NAME.json into the inbox as a careful writer does: under another name first. */
    void put(String name, byte[] content) throws IOException {
        Path temporary = Files.write(inInbox("." + name + ".tmp"), content);
        Files.move(temporary, inInbox(name + ".json"), StandardCopyOption.ATOMIC_MOVE);
    }

    void put(String name, String content) throws IOException {
        put(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** The answer, once it is there. */
    JsonNode awaitResponse(String name) throws IOException {
        return JSON.readTree(awaitFile(inOutbox(name + ".response.json")));
    }

    JsonNode meta(String name) throws IOException {
        return JSON.readTree(Files.readAllBytes(inOutbox(name + ".meta.json")));
    }

    /** The reason of a refusal, once the file was moved; it shows nothing of the inside. */
    JsonNode awaitProblem(String name, String code) throws IOException {
        await().atMost(SOON).until(() -> Files.exists(inRejected(name + ".json"), LinkOption.NOFOLLOW_LINKS));
        return problemIn(name + ".problem.json", code);
    }

    JsonNode problemIn(String file, String code) throws IOException {
        String problem = Files.readString(inRejected(file));
        assertThat(problem).doesNotContain("Exception", "org.", "java.", "io.eidroutes", "amel");
        assertThat(JSON.readTree(problem).path("code").asText()).isEqualTo(code);
        return JSON.readTree(problem);
    }

    void awaitGone(String name) {
        await().atMost(SOON).until(() -> !Files.exists(inInbox(name + ".json"), LinkOption.NOFOLLOW_LINKS));
    }

    byte[] awaitFile(Path file) throws IOException {
        await().atMost(SOON).until(() -> Files.exists(file));
        return Files.readAllBytes(file);
    }

    /** The names that begin so. */
    static List<String> names(Path folder, String beginning) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith(beginning)).sorted().toList();
        }
    }

    List<String> answers(String name) throws IOException {
        return names(outbox, name);
    }

    List<String> refused(String name) throws IOException {
        return names(rejected, name);
    }

    static void assertOwnersAlone(Path file) throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    void awaitState(String claim, String state) {
        await().atMost(SOON).untilAsserted(() -> assertThat(read(claim).path("state").asText()).isEqualTo(state));
    }
}
