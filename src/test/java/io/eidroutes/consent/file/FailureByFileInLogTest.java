package io.eidroutes.consent.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.simulator.smev.Effect;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What lies beside a file that failed, and the id by which the log names the failure, without a word of the file. */
@ExtendWith(OutputCaptureExtension.class)
class FailureByFileInLogTest extends FileTest {

    private static final String MARK = "Скрытофамилин";

    @Test
    void whenAFileIsRefusedThenItsMetaFileAndTheLogNameTheSameFailure(CapturedOutput log) throws Exception {
        String name = MARK + " " + newName();
        put(name, "{\"" + MARK + "\":" + MARK);

        JsonNode problem = awaitProblem(name, "malformed-json");
        assertThat(problem.path("retryable").isBoolean()).isTrue();
        assertThat(problem.path("advice").asText()).isNotBlank();
        assertLogged("malformed-json", name, log);
        assertOwnersAlone(inRejected(name + ".meta.json"));
    }

    @Test
    void whenAClaimOfManyIsRefusedThenItHasAMetaFileOfItsOwn(CapturedOutput log) throws Exception {
        String name = MARK + " " + newName();
        put(name, "[{\"org_ogrn\":\"" + MARK + "\"},{\"" + MARK + "\":1,\"" + MARK + "\":1}]");

        awaitFile(inOutbox(name + ".summary.json"));
        assertLogged("invalid-claim", name + ".0001", log);
        assertLogged("malformed-json", name + ".0002", log);
    }

    @Test
    void whenAClaimEndsAsFaultThenTheAnswerIsTheDocumentedOneAndTheLogNamesTheClaim(CapturedOutput log) throws Exception {
        String name = newName();
        ObjectNode claim = example();
        answers(claim, Effect.Esia.fault("ESIA-036702", MARK));
        put(name, claim.toString());

        assertThat(awaitResponse(name)).isEqualTo(JSON.readTree("""
                {"status":"FAULT","error_status_info":{"code":"ESIA-036702","message":"Скрытофамилин"}}"""));
        assertThat(meta(name).path("EID-Retryable").asText()).isEqualTo("false");
        assertThat(log.getAll()).containsOnlyOnce("Failure esia ESIA-036702, kind partner, claim "
                + meta(name).path("EID-Claim-Id").asText() + ", failure ").doesNotContain("Скрыто");
    }

    private void assertLogged(String code, String name, CapturedOutput log) throws Exception {
        JsonNode meta = JSON.readTree(Files.readString(inRejected(name + ".meta.json")));
        assertThat(meta.path("EID-Failure-Family").asText()).isEqualTo("validation");
        assertThat(meta.path("EID-Failure-Code").asText()).isEqualTo(code);
        assertThat(meta.path("EID-Failure-Kind").asText()).isEqualTo("partner");
        assertThat(meta.path("EID-Retryable").asText()).isEqualTo("false");
        await().untilAsserted(() -> assertThat(log.getAll()).containsOnlyOnce("Failure validation " + code
                + ", kind partner, claim none, failure " + meta.path("EID-Failure-Id").asText()).doesNotContain("Скрыто"));
    }
}
