package io.eidroutes.consent.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is still being written is left alone; what stays half of a document is refused. */
class UnfinishedFileTest extends FileTest {

    @Test
    void whenTheNameSaysThatItIsBeingWrittenThenItIsLeftAlone() throws Exception {
        String name = newName();
        Path hidden = Files.writeString(inInbox("." + name + ".json"), example().toString());
        Path temporary = Files.writeString(inInbox(name + ".json.tmp"), example().toString());
        Path part = Files.writeString(inInbox(name + ".json.part"), example().toString());
        Path folder = Files.createDirectory(inInbox(name + ".json"));

        // By the time that a later one is answered they were seen several times.
        String later = newName();
        put(later, example().toString());
        awaitResponse(later);

        assertThat(hidden).exists();
        assertThat(temporary).exists();
        assertThat(part).exists();
        assertThat(folder).exists();
        assertThat(answers(name)).isEmpty();
    }

    @Test
    void whenAWriterRenamesThenItIsTaken() throws Exception {
        String name = newName();
        Path part = Files.writeString(inInbox(name + ".json.part"), example().toString());

        Files.move(part, inInbox(name + ".json"));

        assertThat(awaitResponse(name)).isEqualTo(JSON.readTree(SUCCEEDED));
    }

    @Test
    void whenAFileStaysHalfWrittenThenItIsRefused() throws Exception {
        String name = newName();
        String content = example().toString();
        Files.writeString(inInbox(name + ".json"), content.substring(0, content.length() / 2));

        assertThat(awaitProblem(name, "malformed-json").at("/errors/0/rule").asText()).isEqualTo("json-syntax");
        assertThat(Files.readString(inRejected(name + ".json"))).isEqualTo(content.substring(0, content.length() / 2));
        assertOwnersAlone(inRejected(name + ".json"));
        assertOwnersAlone(inRejected(name + ".problem.json"));
    }

    @Test
    void whenAFileStaysEmptyThenItIsRefused() throws Exception {
        String name = newName();
        Files.createFile(inInbox(name + ".json"));

        assertThat(awaitProblem(name, "malformed-json").at("/errors/0/rule").asText()).isEqualTo("empty");
    }
}
