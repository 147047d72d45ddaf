package io.eidroutes.identification.person.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.delivery.StandIn;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Personal data are asked for by a file and answered with one. */
@ExtendWith(OutputCaptureExtension.class)
class PersonalDataFileTest extends PersonFileTest {

    @Test
    void whenAFileAsksThenTheAnswerOfTheAdapterIsWritten(CapturedOutput log) throws Exception {
        ObjectNode expected = documentedAnswer();
        expected.remove("photo");

        String name = putRequest();

        assertThat(awaitJson(outbox.resolve(name + ".response.json"))).isEqualTo(expected);
        awaitGone(name);
        JsonNode meta = awaitJson(outbox.resolve(name + ".meta.json"));
        assertThat(meta.path("EID-Delivery-Id").asText()).isNotEmpty();
        assertThat(meta.has("EID-Warnings")).isFalse();
        assertThat(asked()).hasSize(1);
        assertThat(log.getAll()).doesNotContain(IIN, name);
    }

    @Test
    void whenTheAnswerDeviatesThenTheMetaFileSaysWhere() throws Exception {
        ObjectNode deviating = documentedAnswer();
        deviating.remove("minConfidenceLevel");
        adapter().always(StandIn.Reply.of(200, deviating.toString()));

        String name = putRequest();

        awaitJson(outbox.resolve(name + ".response.json"));
        assertThat(awaitJson(outbox.resolve(name + ".meta.json")).path("EID-Warnings").asText()).isEqualTo("missing /minConfidenceLevel");
    }

    @Test
    void whenTheAdapterFailsForAWhileThenTheFileStaysAndItIsAskedAgain() throws Exception {
        adapter().next(StandIn.Reply.of(503, ""), StandIn.Reply.of(200, "").broken());

        String name = putRequest();

        awaitJson(outbox.resolve(name + ".response.json"));
        awaitGone(name);
        assertThat(asked()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(rejected.resolve(name + ".json")).doesNotExist();
    }

    @Test
    void whenTheRefusalIsFinalThenTheFileIsMovedWithTheReason() throws Exception {
        adapter().always(StandIn.Reply.of(400, PHOTO_MISMATCH));

        String name = putRequest();

        JsonNode problem = awaitJson(rejected.resolve(name + ".problem.json"));
        awaitGone(name);
        assertThat(problem.path("family").asText()).isEqualTo("coid");
        assertThat(rejected.resolve(name + ".json")).exists();
        assertThat(outbox.resolve(name + ".response.json")).doesNotExist();
    }

    @Test
    void whenTheRequestIsWrongThenItIsRefusedAndNothingIsAsked() throws Exception {
        String name = put("{\"iin\":\"1\",\"requestId\":\"r\"}");
        String array = put("[{\"iin\":\"" + IIN + "\",\"requestId\":\"r\"}]");
        String huge = put(" ".repeat(70_000));

        assertThat(awaitJson(rejected.resolve(name + ".problem.json")).at("/errors/0/pointer").asText()).isEqualTo("/iin");
        assertThat(awaitJson(rejected.resolve(array + ".problem.json")).path("code").asText()).isEqualTo("invalid-request");
        assertThat(awaitJson(rejected.resolve(huge + ".problem.json")).path("code").asText()).isEqualTo("too-large");
        awaitGone(huge);
        assertThat(Files.size(rejected.resolve(huge + ".json"))).isEqualTo(70_000);
        assertThat(asked()).isEmpty();
    }
}
