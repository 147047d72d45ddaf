package io.eidroutes.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class KeysetTest {

    private static final byte[] CONTENT = "content".getBytes(UTF_8);

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final KeysetCommand command =
            new KeysetCommand(new PrintStream(out, true, UTF_8), new PrintStream(errors, true, UTF_8));

    @Test
    void whenMadeByTheCommandThenItLoads() {
        Path file = folder.resolve("keyset.json");

        assertThat(command.run("--new-keyset", file.toString())).hasValue(0);

        assertThat(new Digests(load(file.toString())).candidates(CONTENT)).hasSize(2);
        assertThat(new Digests(load(file.toUri().toString())).candidates(CONTENT)).hasSize(2);
        assertThat(out.toString(UTF_8)).contains(file.toString()).hasLineCount(1);
        assertThat(errors.size()).isZero();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whenMadeOrRotatedByTheCommandThenOnlyItsOwnerMayReadIt() throws IOException {
        Path file = folder.resolve("keyset.json");

        command.run("--new-keyset", file.toString());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        command.run("--rotate-keyset", file.toString());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(folder).isDirectoryContaining(path -> path.equals(file)).satisfies(dir -> {
            try (var files = Files.list(dir)) {
                assertThat(files).hasSize(1);
            }
        });
    }

    @Test
    void whenRotatedByTheCommandThenTheFormerDigestsAreStillKnown() {
        Path file = folder.resolve("keyset.json");
        command.run("--new-keyset", file.toString());
        String before = new Digests(load(file.toString())).digest(CONTENT);

        assertThat(command.run("--rotate-keyset", file.toString())).hasValue(0);

        Digests after = new Digests(load(file.toString()));
        assertThat(after.digest(CONTENT)).isNotEqualTo(before);
        assertThat(after.candidates(CONTENT)).contains(before);
    }

    @Test
    void whenTheFileExistsThenItIsNotOverwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("keyset.json"), "precious");

        assertThat(command.run("--new-keyset", file.toString())).hasValue(1);

        assertThat(file).hasContent("precious");
        assertThat(errors.toString(UTF_8)).contains("exists already").hasLineCount(1);
    }

    @Test
    void whenTheArgumentsAreNotOursThenNothingIsDone() {
        assertThat(command.run()).isEqualTo(OptionalInt.empty());
        assertThat(command.run("--server.port=1", "x")).isEqualTo(OptionalInt.empty());
        assertThat(command.run("--new-keyset")).hasValue(1);
    }

    @Test
    void whenThereIsNoFileThenOneSentenceSaysSo() {
        String missing = folder.resolve("missing.json").toString();

        assertThatThrownBy(() -> load(missing)).isInstanceOf(UnusableKeyset.class).hasNoCause()
                .hasMessage("The keyset " + missing + " (eid.privacy.keyset) cannot be read: "
                        + "there is no such file, or this user may not read it.");
        assertThat(command.run("--rotate-keyset", missing)).hasValue(1);
        assertThat(errors.toString(UTF_8)).hasLineCount(1);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whenOthersMayReadTheFileThenItIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("keyset.json"), KeysetFile.generate());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> load(file.toString())).isInstanceOf(UnusableKeyset.class)
                .hasMessage("The keyset " + file + " must be accessible to its owner alone: set its mode to 0600.");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        assertThat(load(file.toString())).isNotNull();
    }

    @Test
    void whenTheTextIsNoKeysetThenNothingOfItIsQuoted() {
        for (String text : new String[] {"", "secret", "[]", "{\"aead\": {\"secret\": 1}}"}) {
            assertThatThrownBy(() -> Keyset.parse(text)).isInstanceOf(UnusableKeyset.class).hasNoCause()
                    .hasMessageContaining("not readable").hasMessageNotContaining("secret");
        }
    }

    @Test
    void whenTheTwoKeysetsAreSwappedThenTheyAreRefused() {
        String swapped = KeysetFile.generate().replace("\"aead\"", "\"x\"").replace("\"digest\"", "\"aead\"")
                .replace("\"x\"", "\"digest\"");

        assertThatThrownBy(() -> Keyset.parse(swapped)).isInstanceOf(UnusableKeyset.class);
    }

    @Test
    void whenTheDemonstrationRunsThenItsKeysComeFromTheClassPath() {
        assertThat(new Digests(load("classpath:demonstration/keyset.json")).candidates(CONTENT)).hasSize(2);
    }

    @Test
    void whenNoKeysetIsNamedThenOneSentenceSaysHowToMakeOne() {
        try (ValidatorFactory validation = Validation.buildDefaultValidatorFactory()) {
            assertThat(validation.getValidator().validate(new PrivacySettings(null)))
                    .singleElement().extracting("message").isEqualTo(PrivacySettings.MISSING);
        }
    }

    private static Keyset load(String location) {
        return Keyset.load(new PrivacySettings(location));
    }
}
