package io.eidroutes.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.simulator.smev.Received;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** The example of the service's documentation, through a signed exchange. */
class DocumentedExampleTest extends ConsentTest {

    @Test
    void whenDocumentedExampleIsSentThenDocumentedAnswerComesBack() throws Exception {
        ObjectNode claim = example();

        HttpResponse<String> answer = post(claim.toString(), "Prefer", "wait=20");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(SUCCEEDED);
    }

    @Test
    void whenClaimIsAnsweredThenSmevAcceptedItOnceAndWasToldThatWeHaveTheAnswer() throws Exception {
        answerTo(example());

        org.awaitility.Awaitility.await().untilAsserted(() -> {
            Received received = smev().received();
            assertThat(received.totals().accepted()).isEqualTo(1);
            assertThat(received.totals().acks()).isEqualTo(1);
            assertThat(received.messages()).hasSize(1);
        });
    }
}
