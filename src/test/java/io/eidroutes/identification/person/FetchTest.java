package io.eidroutes.identification.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.delivery.StandIn;
import io.eidroutes.identification.provider.Identified;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The adapter is asked as documented, and its whole answer is kept. */
class FetchTest extends PersonTest {

    @Test
    void whenAPersonIsIdentifiedThenTheAdapterIsAskedOnceAsDocumented() throws Exception {
        UUID id = identified(PARTNER);

        awaitResult(id);

        assertThat(asked()).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.target()).isEqualTo("/adapter/v1/personal-data");
            assertThat(request.headers().getFirst("Authorization")).isEqualTo(basic("admin", "coidtestpassword"));
            assertThat(request.headers().getFirst("Content-Type")).isEqualTo("application/json");
            assertThat(request.headers().getFirst("User-Agent")).isEqualTo("eid-routes");
            assertThat(JSON.readTree(request.body()))
                    .isEqualTo(JSON.createObjectNode().put("iin", IIN).put("requestId", REQUEST_ID));
        });
    }

    @Test
    void whenTheAdapterAnswersThenTheResultHoldsTheWholeAnswerButThePhoto() throws Exception {
        ObjectNode answer = documentedAnswer();
        answer.put("unknownField", "kept");
        ((ObjectNode) answer.get("person")).putObject("unknownObject").put("kept", true);
        adapter().always(StandIn.Reply.of(200, answer.toString()));

        JsonNode result = awaitResult(identified(PARTNER));

        answer.remove("photo");
        assertThat(result.path("personal_data")).isEqualTo(answer);
        assertThat(result.path("warnings")).isEmpty();
        assertThat(result.path("iin").asText()).isEqualTo(IIN);
        assertThat(result.path("requestId").asText()).isEqualTo(REQUEST_ID);
        assertThat(result.path("sub").asText()).isEqualTo("subject-1");
        assertThat(result.path("phone").asText()).isEqualTo("77071234567");
        assertThat(result.path("fetched_at").asText()).endsWith("Z");
        assertThat(result.has("access_token")).isFalse();
        assertThat(result.has("other_person")).isFalse();
    }

    @Test
    void whenThePersonIsAnotherThanTheOneAskedForThenTheResultSaysSo() throws Exception {
        UUID id = UUID.randomUUID();
        work.add(id, PARTNER, new Identified(IIN, REQUEST_ID, "subject-1", Optional.empty(), Optional.empty(), true));

        assertThat(awaitResult(id).path("other_person").asBoolean()).isTrue();
    }

    @Test
    void whenSomebodyWaitsForTheResultThenItGoesOnAsSoonAsItIsThere() throws Exception {
        adapter().always(StandIn.Reply.of(200, documentedAnswer().toString()).trickling(0));
        UUID id = identified(PARTNER);

        assertThat(work.await(id, Duration.ofSeconds(10)).toCompletableFuture().get()).contains(true);

        assertThat(work.find(id)).isPresent();
        assertThat(work.await(id, Duration.ofSeconds(10)).toCompletableFuture().get()).contains(true);
    }

    @Test
    void whenTheResultIsNotThereInTimeThenWhoWaitsIsToldSo() throws Exception {
        adapter().always(StandIn.Reply.of(503, ""));
        UUID id = identified(PARTNER);

        assertThat(work.await(id, Duration.ofMillis(300)).toCompletableFuture().get()).isEmpty();

        work.erase(id);
    }
}
