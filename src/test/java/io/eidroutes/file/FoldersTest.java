package io.eidroutes.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders that would betray or mix up files stop the start with one sentence that does not quote the folder. */
class FoldersTest {

    @TempDir
    Path place;

    private final Folders folders = new Folders();

    @Test
    void whenThereIsNoFolderThenItIsMadeForItsOwnerAlone() throws IOException {
        Folder made = folders.open("in", place.resolve("a/b").toString());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.path()))).isEqualTo("rwx------");
        assertThat(made.path()).isEmptyDirectory();
        assertThat(folders.open("in", place.resolve("a/b").toString())).isSameAs(made);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxr-x---", "rwx---r--", "rwxrwxrwx"})
    void whenOthersMayLookIntoItThenRefused(String mode) throws IOException {
        Path open = Files.createDirectory(place.resolve("secret-name"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString(mode));

        refused("in", open, "the folder must be for its owner alone (mode 0700)");
    }

    @Test
    void whenItIsAFileThenRefused() throws IOException {
        refused("in", Files.writeString(place.resolve("secret-name"), ""), "there is no folder");
    }

    @Test
    void whenItBelongsToSomebodyElseThenRefused() throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can give a folder away");
        Path foreign = Files.createDirectory(place.resolve("secret-name"), PosixFilePermissions.asFileAttribute(
                PosixFilePermissions.fromString("rwx------")));
        Files.setAttribute(foreign, "unix:uid", 65534);

        refused("in", foreign, "the folder belongs to somebody else");
    }

    @Test
    void whenItCannotBeWrittenToThenRefused() {
        // Not even root makes folders there.
        refused("in", Path.of("/proc/self/secret-name"), "the folder cannot be made or looked at");
    }

    @Test
    void whenTwoSettingsNameTheSameFolderThenRefused() throws IOException {
        folders.open("in", place.resolve("secret-name").toString());
        Files.createSymbolicLink(place.resolve("link"), place.resolve("secret-name"));

        refused("out", place.resolve("secret-name"), "it is the same folder as that of in");
        refused("out", place.resolve("link"), "it is the same folder as that of in");
    }

    @Test
    void whenOneLiesInTheOtherThenRefused() {
        folders.open("in", place.resolve("secret-name").toString());

        refused("out", place.resolve("secret-name/deeper"), "of its folder and that of in one lies in the other");
    }

    @Test
    void whenItIsBlankThenRefused() {
        refused("in", Path.of(""), "it must name a folder");
    }

    private void refused(String setting, Path folder, String why) {
        assertThatThrownBy(() -> folders.open(setting, folder.toString())).isInstanceOf(io.eidroutes.WrongSetting.class)
                .hasMessageStartingWith("Setting " + setting + ": " + why).hasMessageNotContaining("secret-name");
    }

    @Test
    void whenTheTimeOfAFileIsOverThenItIsErased() throws IOException {
        Folder folder = folders.open("out", place.resolve("out").toString(), Duration.ofDays(1));
        folder.write("old.json", new byte[1]);
        folder.write("new.json", new byte[1]);
        Files.setLastModifiedTime(folder.path().resolve("old.json"), FileTime.from(Instant.now().minusSeconds(100_000)));
        Path old = Files.writeString(place.resolve("moved"), "");
        Files.setLastModifiedTime(old, FileTime.from(Instant.EPOCH));
        folder.takeIn(old, "moved.json");

        new FolderSweep(folders, java.time.Clock.systemUTC()).erase();

        assertThat(folder.path().toFile().list()).containsExactlyInAnyOrder("new.json", "moved.json");
    }
}
