package io.eidroutes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not set, or set wrongly, stops the start with a sentence that names the setting and never its value. */
class NoSecretsIT {

    private static final String ENDPOINT = "http://127.0.0.1:1/smev/ws";

    @Test
    void whenNothingIsSetThenTheMissingSettingIsNamed() throws Exception {
        String said = RunningJar.stopsWith(RunningJar.emptyDirectory(), List.of());

        assertThat(said).containsPattern("Setting(s under)? eid\\.");
        assertNoTrace(said);
    }

    @ParameterizedTest
    @CsvSource({
        "eid.smev.signing.key-store-password,value-of-secret,eid.smev.signing",
        "eid.smev.routing-codes,PROD,eid.smev.test-message"})
    void whenASettingIsWrongThenItIsNamedWithoutItsValue(String setting, String value, String named) throws Exception {
        Path folder = RunningJar.workingDirectory();
        List<String> settings = Stream.concat(RunningJar.demonstration(folder, ENDPOINT).stream(),
                Stream.of("--" + setting + "=" + value)).toList();

        String said = RunningJar.stopsWith(folder, settings);

        assertThat(said).contains(named);
        assertThat(said).doesNotContain("value-of-secret");
        assertNoTrace(said);
    }

    @Test
    void whenTheKeysetIsReadableByOthersThenTheStartStops() throws Exception {
        Path folder = RunningJar.workingDirectory();
        List<String> settings = RunningJar.demonstration(folder, ENDPOINT);
        Files.setPosixFilePermissions(folder.resolve("demonstration/keyset.json"), PosixFilePermissions.fromString("rw-r--r--"));

        String said = RunningJar.stopsWith(folder, settings);

        assertThat(said).contains("eid.privacy.keyset");
        assertNoTrace(said);
    }

    private static void assertNoTrace(String said) {
        assertThat(said).doesNotContain("\tat ", "Caused by");
    }
}
