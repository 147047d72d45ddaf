package io.eidroutes.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a kill or another node leaves in the folder of what was refused. */
class RejectedFilesTest {

    private static final byte[] PROBLEM = "{\"code\":\"x\"}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] META = "{\"EID-Failure-Id\":\"y\"}".getBytes(StandardCharsets.UTF_8);
    private static final Reason REASON = new Reason(PROBLEM, META);

    @TempDir
    Path place;

    private RejectedFiles rejected;
    private Path path;

    @BeforeEach
    void open() {
        path = place.resolve("rejected");
        rejected = new RejectedFiles(new Folders().open("rejected", path.toString()));
    }

    @Test
    void whenAKillLeftTheReasonAloneThenTheFileFollowsUnderItsName() throws IOException {
        Files.write(path.resolve("a.problem.json"), new byte[0]);

        rejected.take(file("a.json"), REASON);

        assertThat(path.toFile().list()).containsExactlyInAnyOrder("a.json", "a.problem.json", "a.meta.json");
        assertThat(Files.readAllBytes(path.resolve("a.problem.json"))).isEqualTo(PROBLEM);
        assertThat(Files.readAllBytes(path.resolve("a.meta.json"))).isEqualTo(META);
    }

    @Test
    void whenAFileIsNamedLikeAReasonThenNoReasonIsOverwritten() throws IOException {
        rejected.take(file("a.json"), REASON);
        rejected.take(file("a.meta.json"), REASON);
        rejected.take(file("a.problem.json"), REASON);

        assertThat(Files.readAllBytes(path.resolve("a.problem.json"))).isEqualTo(PROBLEM);
        assertThat(Files.readAllBytes(path.resolve("a.meta.json"))).isEqualTo(META);
        assertThat(path.toFile().list()).hasSize(9);
    }

    @Test
    void whenAnotherNodeWasFasterThenNoReasonIsLeftAlone() throws IOException {
        InboxFile file = file("a.json");
        rejected.take(file, REASON);

        rejected.take(file, REASON);

        assertThat(path.toFile().list()).containsExactlyInAnyOrder("a.json", "a.problem.json", "a.meta.json");
    }

    @Test
    void whenAClaimOfAnArrayIsRefusedAgainThenItIsThereOnce() throws IOException {
        assertThat(rejected.add("a.0001", new byte[] {'1'}, REASON)).isEqualTo("a.0001.problem.json");
        assertThat(rejected.add("a.0001", new byte[] {'1'}, REASON)).isEqualTo("a.0001.problem.json");
        assertThat(rejected.add("a.0001", new byte[] {'2'}, REASON)).isEqualTo("a.0001.2.problem.json");

        assertThat(path.toFile().list()).hasSize(6);
    }

    private InboxFile file(String name) throws IOException {
        Path file = Files.writeString(place.resolve(name), "{");
        return new InboxFile(file, Fingerprint.of(file).orElseThrow(), rejected);
    }
}
