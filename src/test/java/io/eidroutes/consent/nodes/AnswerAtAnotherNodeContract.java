package io.eidroutes.consent.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
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
}
