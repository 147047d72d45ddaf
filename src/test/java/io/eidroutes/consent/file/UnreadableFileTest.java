package io.eidroutes.consent.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no ordinary file that we may read is moved aside as it is. Nothing is read through a link. */
class UnreadableFileTest extends FileTest {

    @TempDir
    Path elsewhere;

    @Test
    void whenItIsALinkThenItIsNotFollowed() throws Exception {
        String name = newName();
        Path secret = Files.writeString(elsewhere.resolve("secret"), example().toString());
        Files.createSymbolicLink(inInbox(name + ".json"), secret);

        assertThat(awaitProblem(name, "unreadable-file").at("/errors/0/rule").asText()).isEqualTo("ordinary-file");
        assertThat(inRejected(name + ".json")).isSymbolicLink();
        assertThat(secret).exists();
        assertThat(inInbox(name + ".json")).doesNotExist();
        assertThat(answers(name)).isEmpty();
    }

    @Test
    void whenALinkLeadsNowhereThenItIsRefused() throws Exception {
        String name = newName();
        Files.createSymbolicLink(inInbox(name + ".json"), elsewhere.resolve("nothing"));

        awaitProblem(name, "unreadable-file");
    }

    @Test
    void whenItIsAPipeThenNobodyWaitsForIt() throws Exception {
        String name = newName();
        assertThat(new ProcessBuilder("mkfifo", inInbox(name + ".json").toString()).start().waitFor()).isZero();

        awaitProblem(name, "unreadable-file");
    }

    @Test
    void whenItMayNotBeReadThenItIsRefused() throws Exception {
        assumeFalse("root".equals(System.getProperty("user.name")), "root may read everything");
        String name = newName();
        Path hidden = Files.writeString(inInbox("." + name), example().toString());
        Files.setPosixFilePermissions(hidden, PosixFilePermissions.fromString("-w-------"));
        Files.move(hidden, inInbox(name + ".json"));

        assertThat(awaitProblem(name, "unreadable-file").at("/errors/0/rule").asText()).isEqualTo("permission");
    }

    @Test
    void whenItsNameIsTooLongForAnAnswerThenItIsRefusedUnderAShorterOne() throws Exception {
        String name = newName() + "я".repeat(90);
        Files.writeString(inInbox(name + ".json"), example().toString());

        String shorter = name.substring(0, name.length() - 11);
        assertThat(awaitProblem(shorter, "unreadable-file").at("/errors/0/rule").asText()).isEqualTo("name-length");
        assertThat(inInbox(name + ".json")).doesNotExist();
    }
}
