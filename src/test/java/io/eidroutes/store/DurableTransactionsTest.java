package io.eidroutes.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

class DurableTransactionsTest {

    private static final int UUID_LENGTH = 36;

    @TempDir
    Path folder;

    @RepeatedTest(2)
    void whenTheProcessIsKilledThenEveryAcknowledgedCommitIsFound() throws Exception {
        Path file = folder.resolve("killed");

        List<UUID> acknowledged = killedAfter(300, file);

        TestDatabase reopened = TestDatabase.h2(file);
        List<UUID> found = reopened.jdbc().sql("select id from quarantine").query(UUID.class).list();
        reopened.close();
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(300);
        assertThat(found).containsAll(acknowledged);
    }

    /** What the process said before it was killed; it is killed while it commits. */
    private static List<UUID> killedAfter(int commits, Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"),
                CommittingProcess.class.getName(), file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        List<UUID> acknowledged = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line;
            while ((line = lines.readLine()) != null) {
                // A log line, or the last one if it was cut off, is no acknowledgement.
                if (line.length() == UUID_LENGTH && line.matches("[0-9a-f-]+")) {
                    acknowledged.add(UUID.fromString(line));
                }
                if (acknowledged.size() == commits) {
                    // By its handle: the output that is still in the pipe counts.
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.waitFor();
        return acknowledged;
    }
}
