package io.eidroutes.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eidroutes.WrongSetting;
import io.eidroutes.access.AccessSettings;
import io.eidroutes.file.FileDoorParts;
import io.eidroutes.file.Folders;
import io.eidroutes.file.Inbox;
import io.eidroutes.trace.Traces;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Wrong settings of the file door stop the start with one sentence. */
class ConsentFileSettingsTest {

    @TempDir
    Path place;

    @Test
    void whenNothingIsSetThenTheDoorIsClosed() {
        ConsentFileSettings settings = settings(Map.of());

        assertThat(settings.inbox()).isEmpty();
        assertThat(settings.settle()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.maxElements()).isEqualTo(10_000);
    }

    @ParameterizedTest
    @CsvSource({"max-bytes, 1", "max-elements, 0", "settle, 0s", "poll, 0s", "retry, -1s", "keep, 1m"})
    void whenAValueIsOutOfRangeThenTheSentenceNamesIt(String name, String value) {
        assertThatThrownBy(() -> settings(Map.of(name, value))).rootCause().hasMessageStartingWith("eid.consent.file." + name + " must");
    }

    @Test
    void whenTheOtherFoldersOrTheClientAreMissingThenTheStartStops() {
        refused(Map.of("client", "crm"), "eid.consent.file.rejected: it must be set where eid.consent.file.inbox is");
        refused(Map.of("rejected", place + "/rejected"), "eid.consent.file.client: it must be set where eid.consent.file.inbox is");
    }

    @Test
    void whenTheClientIsUnknownThenTheStartStops() {
        refused(Map.of("rejected", place + "/rejected", "client", "other"), "eid.consent.file.client: it must be one of eid.access.clients");
    }

    @Test
    void whenRejectedLiesInTheInboxThenTheStartStops() {
        refused(Map.of("rejected", place + "/inbox/rejected", "client", "crm"),
                "eid.consent.file.rejected: of its folder and that of eid.consent.file.inbox one lies in the other");
    }

    private void refused(Map<String, String> given, String sentence) {
        Folders folders = new Folders();
        Inbox inbox = new Inbox(folders.open(ConsentFileSettings.INBOX, place + "/inbox"), Duration.ofSeconds(1), Duration.ofSeconds(1));
        AccessSettings access = new AccessSettings(Map.of("crm", new AccessSettings.Client("", Set.of("consent"), Set.of(), Set.of(),
                Set.of(), Set.of(), false, false)));
        FileDoorParts parts = new FileDoorParts(ConsentFileSettings.NAME, folders, access);

        assertThatThrownBy(() -> ConsentFilesConfiguration.door(parts, inbox, settings(given), 1024, Traces.none()))
                .isInstanceOf(WrongSetting.class).hasMessage("Setting " + sentence + ".");
    }

    private static ConsentFileSettings settings(Map<String, String> given) {
        Map<String, String> named = new HashMap<>();
        given.forEach((name, value) -> named.put("eid.consent.file." + name, value));
        return new Binder(new MapConfigurationPropertySource(named)).bindOrCreate("eid.consent.file", ConsentFileSettings.class);
    }
}
