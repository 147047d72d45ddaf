package io.eidroutes.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A file in the inbox that the nodes share, written under another name and renamed; the file with the answer in its outbox. */
final class FileDoor implements Door {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path inbox;
    private final Path outbox;
    private final Path rejected;

    FileDoor(Path folder) {
        this.inbox = folder.resolve("inbox");
        this.outbox = folder.resolve("outbox");
        this.rejected = folder.resolve("rejected");
    }

    @Override
    public boolean submit(String key, ObjectNode claim) throws Exception {
        Path file = inbox.resolve(key + ".json");
        if (!Files.exists(file) && answer(key).isEmpty()) {
            Path written = Files.writeString(inbox.resolve("." + key + ".tmp"), claim.toString());
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> !Files.exists(file));
        } catch (ConditionTimeoutException stillThere) {
            return false;
        }
        if (Files.exists(rejected.resolve(file.getFileName()))) {
            throw new AssertionError("A good claim was rejected: " + Files.readString(rejected.resolve(key + ".problem.json")));
        }
        return true;
    }

    @Override
    public Optional<String> answer(String key) throws Exception {
        Path answer = outbox.resolve(key + ".response.json");
        return Files.exists(answer) ? Optional.of(Files.readString(answer)) : Optional.empty();
    }
}
