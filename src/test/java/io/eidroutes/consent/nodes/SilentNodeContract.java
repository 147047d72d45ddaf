package io.eidroutes.consent.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Answers to what a node sent which is gone are received by one that lives, until it is back. */
abstract class SilentNodeContract extends NodesContract {

    private static final String NODE_ID = "own-of-c";

    @Test
    void whenANodeIsSilentThenAnotherPollsItsNodeIdUntilItIsHeardAgain() throws Exception {
        String claim;
        try (Node c = startC("1h")) {
            claim = Node.claimId(c.post(session(), "respond-async").get());
            await().atMost(Duration.ofSeconds(30)).until(() -> smev().received().totals().accepted() == 1);
        }

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() ->
                assertThat(b().read(claim).path("response").path("status").asText()).isEqualTo("SUCCEEDED"));
        assertThat(smev().received().messages()).singleElement()
                .satisfies(message -> assertThat(message.nodeId()).contains(NODE_ID));
        await().untilAsserted(() -> assertThat(adopter()).isPresent());

        try (Node c = startC("50ms")) {
            await().untilAsserted(() -> assertThat(adopter()).isEmpty());
            assertThat(c.post(session(), "wait=60").get().body()).contains("SUCCEEDED");
        }
    }

    private static Node startC(String pollIdle) {
        return start("--eid.smev.node-id=" + NODE_ID, "--eid.smev.poll-idle=" + pollIdle, "--eid.smev.adopt-after=2s");
    }

    private static Optional<String> adopter() {
        return database().sql("select adopter from smev_node where node_id = :id and adopter is not null").param("id", NODE_ID)
                .query(String.class).optional();
    }
}
