package io.eidroutes.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Operation;
import io.eidroutes.simulator.smev.Scenario;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Callers who wait cost no threads and stop nobody else. */
class WaitingCallersTest extends ConsentTest {

    private static final int CALLERS = 500;
    /** Callers that are let in before the next ones come: what is measured is waiting, not the rush at the door. */
    private static final int AT_ONCE = 10;
    /** Pools that the calls themselves fill: the door's own threads, and connections to the store. */
    private static final int SPARE_THREADS = 50;

    @Autowired
    private WaitingCallers waiting;

    private final ExecutorService clientThreads = Executors.newFixedThreadPool(2);
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(clientThreads).build();

    @AfterEach
    void stopClient() {
        clientThreads.shutdownNow();
    }

    @Test
    void whenFiveHundredCallersWaitThenThreadsStayAndOthersAreServedAndEachEndsWithAccepted() throws Exception {
        HttpResponse<String> known = post(example().toString());
        smev().next(Scenario.of(new Effect.Never()).on(Operation.SEND_REQUEST).always());
        long threadsBefore = threads();

        List<CompletableFuture<HttpResponse<String>>> calls = callersWaiting(CALLERS, "wait=25");
        long threadsWaiting = threads();
        HttpResponse<String> other = get(claimId(known));
        int stillWaiting = waiting.size();

        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(stillWaiting).isEqualTo(CALLERS);
        assertThat(threadsWaiting - threadsBefore).isLessThan(SPARE_THREADS);
        for (CompletableFuture<HttpResponse<String>> call : calls) {
            HttpResponse<String> answer = call.get();
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            assertThat(answer.headers().firstValue("Preference-Applied")).contains("wait=25");
            assertThat(answer.headers().firstValue("Location")).contains("/api/v1/claim-permissions/" + claimId(answer));
        }
        assertThat(waiting.size()).isZero();
    }

    @Test
    void whenTheAnswerComesThenEachWaitingCallerHasIt() throws Exception {
        smev().settings(smev().settings().withAnswerDelayMillis(3_000));

        List<CompletableFuture<HttpResponse<String>>> calls = callersWaiting(50, "wait=60");

        for (CompletableFuture<HttpResponse<String>> call : calls) {
            assertThat(call.get().statusCode()).isEqualTo(200);
            assertThat(call.get().body()).isEqualTo(SUCCEEDED);
        }
        assertThat(waiting.size()).isZero();
    }

    @Test
    void whenSeveralCallersWaitForOneClaimThenAllHaveItsAnswer() throws Exception {
        smev().settings(smev().settings().withAnswerDelayMillis(2_000));
        String claim = example().toString();
        List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            calls.add(client.sendAsync(request(claim, "Idempotency-Key", "together-" + claim.hashCode(), "Prefer", "wait=60"),
                    HttpResponse.BodyHandlers.ofString()));
        }

        for (CompletableFuture<HttpResponse<String>> call : calls) {
            assertThat(call.get().body()).isEqualTo(SUCCEEDED);
            assertThat(claimId(call.get())).isEqualTo(claimId(calls.get(0).get()));
        }
    }

    private List<CompletableFuture<HttpResponse<String>>> callersWaiting(int count, String prefer) {
        List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
        while (calls.size() < count) {
            for (int i = 0; i < AT_ONCE; i++) {
                calls.add(client.sendAsync(request(example().toString(), "Prefer", prefer), HttpResponse.BodyHandlers.ofString()));
            }
            await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(5))
                    .until(() -> waiting.size() == calls.size());
        }
        return calls;
    }

    /** Live threads without those of the stand-in, which shares this process. */
    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> !thread.getName().equals("simulator")).count();
    }
}
