package io.eidroutes.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A caller that repeats a call gets the claim of the first one, and ESIA is asked once. */
class IdempotencyKeyTest extends ConsentTest {

    private final String key = UUID.randomUUID().toString();

    @Test
    void whenTheCallIsRepeatedThenTheSameClaimAnswers() throws Exception {
        String claim = example().toString();

        HttpResponse<String> first = post(claim, "Idempotency-Key", key);
        HttpResponse<String> second = post(claim, "Idempotency-Key", key);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(claimId(second)).isEqualTo(claimId(first));
        assertThat(second.headers().firstValue("EID-Delivery-Id")).isEqualTo(first.headers().firstValue("EID-Delivery-Id"));
        assertThat(smev().received().totals().accepted()).isEqualTo(1);
    }

    @Test
    void whenTheSameKeyComesWithOtherContentThenItIsRefusedAndNothingIsSent() throws Exception {
        HttpResponse<String> first = post(example().toString(), "Idempotency-Key", key);

        HttpResponse<String> second = post(example().toString(), "Idempotency-Key", key);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(problem(second, 422).path("code").asText()).isEqualTo("idempotency-conflict");
        assertThat(smev().received().totals().accepted()).isEqualTo(1);
    }

    @Test
    void whenTwentyTwinsComeAtOnceThenThereIsOneClaim() throws Exception {
        String claim = example().toString();
        HttpRequest request = request(claim, "Idempotency-Key", key, "Prefer", "wait=60");
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

        List<CompletableFuture<HttpResponse<String>>> twins = IntStream.range(0, 20)
                .mapToObj(i -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString())).toList();

        Set<String> claims = new HashSet<>();
        for (CompletableFuture<HttpResponse<String>> twin : twins) {
            assertThat(twin.get().statusCode()).as(twin.get().body()).isEqualTo(200);
            claims.add(claimId(twin.get()));
        }
        assertThat(claims).hasSize(1);
        assertThat(smev().received().totals().accepted()).isEqualTo(1);
    }

    @Test
    void whenAnotherClientUsesTheSameKeyThenItHasAClaimOfItsOwn() throws Exception {
        ObjectNode claim = example();
        HttpResponse<String> first = post(claim.toString(), "Idempotency-Key", key);
        claim.put("org_ogrn", OTHER_OGRN);

        HttpResponse<String> other = post(claim.toString(), "Idempotency-Key", key, "Authorization", OTHER_CLIENT);

        assertThat(other.statusCode()).as(other.body()).isEqualTo(200);
        assertThat(claimId(other)).isNotEqualTo(claimId(first));
    }

    @Test
    void whenTheKeyIsEmptyThenEachCallIsAClaim() throws Exception {
        String claim = example().toString();

        HttpResponse<String> first = post(claim, "Idempotency-Key", "", "Prefer", "respond-async");
        HttpResponse<String> second = post(claim, "Idempotency-Key", " ", "Prefer", "respond-async");

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(claimId(second)).isNotEqualTo(claimId(first));
        await().untilAsserted(() -> assertThat(smev().received().totals().accepted()).isEqualTo(2));
    }

    @Test
    void whenTheKeyHas255CharactersThenItIsTakenAnd256Not() throws Exception {
        String claim = example().toString();
        String longest = key + "k".repeat(255 - key.length());

        HttpResponse<String> taken = post(claim, "Idempotency-Key", longest);
        HttpResponse<String> repeated = post(claim, "Idempotency-Key", longest);
        HttpResponse<String> refused = post(claim, "Idempotency-Key", longest + "k");

        assertThat(claimId(repeated)).isEqualTo(claimId(taken));
        assertThat(problem(refused, 422).at("/errors/0/rule").asText()).isEqualTo("idempotency-key-length");
    }

    @Test
    void whenTheHeaderComesTwiceThenBothTogetherAreTheKey() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(request(example().toString()), (name, value) -> true)
                .header("Idempotency-Key", key).header("Idempotency-Key", key + "-2").build();

        HttpResponse<String> first = call(request);
        HttpResponse<String> repeated = call(request);
        HttpResponse<String> other = post(example().toString(), "Idempotency-Key", key);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(claimId(repeated)).isEqualTo(claimId(first));
        assertThat(other.statusCode()).as("one of the two alone is another key").isEqualTo(200);
    }

    @Test
    void whenARefusedCallIsCorrectedThenItsKeyIsStillFree() throws Exception {
        ObjectNode claim = example();
        String right = claim.toString();
        claim.remove("org_ogrn");

        HttpResponse<String> refused = post(claim.toString(), "Idempotency-Key", key);
        HttpResponse<String> corrected = post(right, "Idempotency-Key", key);

        problem(refused, 422);
        assertThat(corrected.statusCode()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(smev().received().totals().accepted()).isEqualTo(1));
    }
}
