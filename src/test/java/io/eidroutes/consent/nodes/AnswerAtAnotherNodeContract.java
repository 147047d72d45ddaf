package io.eidroutes.consent.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eidroutes.trace.SpanRecorder;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Who waits at one node gets the answer that another one received, because it is told of it. */
abstract class AnswerAtAnotherNodeContract extends NodesContract {

    @Test
    void whenAnotherNodeReceivesTheAnswerThenTheCallerWhoWaitsHasIt() throws Exception {
        CompletableFuture<HttpResponse<String>> waiting = a().post(session(), "wait=60");

        assertThat(waiting.get().statusCode()).as(waiting.get().body()).isEqualTo(200);
        assertThat(waiting.get().body()).contains("SUCCEEDED");
    }

    @Test
    void whenAnotherNodeReceivesTheAnswerThenItIsInTheTraceOfTheClaim() throws Exception {
        String trace = UUID.randomUUID().toString().replace("-", "");

        a().post(session(), "wait=60", "00-" + trace + "-00f067aa0ba902b7-01").get();

        await().untilAsserted(() -> assertThat(b().part(SpanRecorder.class).names(trace)).contains("receive"));
        assertThat(a().part(SpanRecorder.class).names(trace)).anyMatch(name -> name.startsWith("http post"));
    }
}
