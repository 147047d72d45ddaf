package io.eidroutes.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Scenario;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a caller waits, and what it is told when the wait ends first (RFC 7240). */
class PreferTest extends ConsentTest {

    @Test
    void whenAnswerComesWithinTheWaitThenItIsTheAnswerOfTheCall() throws Exception {
        HttpResponse<String> answer = post(example().toString(), "Prefer", "wait=20");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(SUCCEEDED);
        assertThat(answer.headers().allValues("Preference-Applied")).containsExactly("wait=20");
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void whenNothingIsPreferredThenTheDefaultIsWaitedAndNothingIsReported() throws Exception {
        HttpResponse<String> answer = post(example().toString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Preference-Applied")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wait=121", "wait=999999999"})
    void whenWaitIsAboveTheMaximumThenItIsCappedAndReported(String prefer) throws Exception {
        HttpResponse<String> answer = post(example().toString(), "Prefer", prefer);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Preference-Applied")).containsExactly("wait=120");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wait=1", "respond-async, wait=1"})
    void whenTheWaitEndsFirstThenAcceptedAndWhereToAsk(String prefer) throws Exception {
        HttpResponse<String> answer = post(unanswered().toString(), "Prefer", prefer);

        assertAccepted(answer);
        assertThat(answer.headers().allValues("Preference-Applied")).containsExactly(prefer);
        assertThat(JSON.readTree(answer.body()).path("state").asText()).isIn("accepted", "sending", "sent");
    }

    @Test
    void whenTheCallerWaitsNoTimeThenAcceptedAtOnce() throws Exception {
        HttpResponse<String> answer = post(example().toString(), "Prefer", "wait=0");

        assertAccepted(answer);
        assertThat(answer.headers().allValues("Preference-Applied")).containsExactly("wait=0");
    }

    @Test
    void whenRespondAsyncThenAcceptedAtOnceAndTheAnswerIsThereLater() throws Exception {
        HttpResponse<String> accepted = post(example().toString(), "Prefer", "respond-async");

        assertAccepted(accepted);
        assertThat(accepted.headers().allValues("Preference-Applied")).containsExactly("respond-async");
        await().untilAsserted(() -> {
            HttpResponse<String> read = get(claimId(accepted));
            assertThat(read.statusCode()).isEqualTo(200);
            JsonNode claim = JSON.readTree(read.body());
            assertThat(claim.path("id").asText()).isEqualTo(claimId(accepted));
            assertThat(claim.path("response").toString()).isEqualTo(SUCCEEDED);
        });
    }

    @Test
    void whenAClaimIsStillOpenThenReadingSaysWhenToAskAgain() throws Exception {
        HttpResponse<String> accepted = post(unanswered().toString(), "Prefer", "respond-async");

        HttpResponse<String> read = get(claimId(accepted));

        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.headers().firstValue("Retry-After")).contains("5");
        assertThat(JSON.readTree(read.body()).has("response")).isFalse();
    }

    @Test
    void whenPreferencesComeInTwoHeadersThenBothCount() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(request(unanswered().toString()), (name, value) -> true)
                .header("Prefer", "respond-async").header("Prefer", "wait=1").build();

        HttpResponse<String> answer = call(request);

        assertAccepted(answer);
        assertThat(answer.headers().allValues("Preference-Applied")).containsExactly("respond-async, wait=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wait=-1", "wait=soon", "wait", "wait=1e9", "waiting=0", ";;;,=,", "return=minimal", "wait=9999999999"})
    void whenAPreferenceCannotBeReadThenItIsIgnored(String prefer) throws Exception {
        HttpResponse<String> answer = post(example().toString(), "Prefer", prefer);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Preference-Applied")).isEmpty();
    }

    private static ObjectNode unanswered() {
        ObjectNode claim = example();
        smev().next(Scenario.of(new Effect.Never()).when(session(claim)));
        return claim;
    }

    private static void assertAccepted(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location")).contains("/api/v1/claim-permissions/" + claimId(answer));
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        JsonNode document = JSON.readTree(answer.body());
        assertThat(document.path("id").asText()).isEqualTo(claimId(answer));
    }
}
