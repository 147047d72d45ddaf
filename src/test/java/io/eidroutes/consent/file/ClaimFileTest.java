package io.eidroutes.consent.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.simulator.smev.Effect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A claim comes as a file and is answered with one. */
@ExtendWith(OutputCaptureExtension.class)
class ClaimFileTest extends FileTest {

    @Test
    void whenAFileIsAClaimThenItIsAnsweredAndLeavesTheInbox() throws Exception {
        String name = newName();
        put(name, example().toString());

        assertThat(awaitResponse(name)).isEqualTo(JSON.readTree(SUCCEEDED));
        awaitGone(name);
        JsonNode meta = meta(name);
        assertThat(meta.path("EID-State").asText()).isEqualTo("answered");
        assertThat(meta.path("EID-Delivery-Id").asText()).isNotEmpty();
        awaitState(meta.path("EID-Claim-Id").asText(), "delivered");
        assertThat(answers(name)).containsExactly(name + ".meta.json", name + ".response.json");
        assertThat(refused(name)).isEmpty();
        assertOwnersAlone(inOutbox(name + ".response.json"));
        assertOwnersAlone(inOutbox(name + ".meta.json"));
    }

    @Test
    void whenEsiaRefusesThenTheFileIsAnsweredWithTheDocumentedFaultAndItsKind() throws Exception {
        String name = newName();
        ObjectNode claim = example();
        answers(claim, Effect.Esia.fault("ESIA-036701", "Не найден тип согласия"));
        put(name, claim.toString());

        assertThat(awaitResponse(name).path("status").asText()).isEqualTo("FAULT");
        assertThat(meta(name).path("EID-Failure-Code").asText()).isEqualTo("ESIA-036701");
        assertThat(meta(name).path("EID-Failure-Kind").asText()).isEqualTo("partner");
    }

    @Test
    void whenTheNameHasOtherLettersThenItIsAnsweredAndNeverLogged(CapturedOutput log) throws Exception {
        String name = "Примерова Анна " + newName();
        put(name, example().toString());

        awaitResponse(name);
        awaitGone(name);
        put(name, "{");
        awaitProblem(name, "malformed-json");
        assertThat(log.getAll()).doesNotContain("Примерова");
    }

    @Test
    void whenTheFileHasAByteOrderMarkThenItIsLeftOut() throws Exception {
        String name = newName();
        put(name, ("\uFEFF" + example()).getBytes(StandardCharsets.UTF_8));

        assertThat(awaitResponse(name)).isEqualTo(JSON.readTree(SUCCEEDED));
    }

    @Test
    void whenTheSuffixIsWrittenInCapitalsThenItIsTakenToo() throws Exception {
        String name = newName();
        Files.writeString(inInbox(name + ".JSON"), example().toString());

        assertThat(awaitResponse(name)).isEqualTo(JSON.readTree(SUCCEEDED));
    }
}
