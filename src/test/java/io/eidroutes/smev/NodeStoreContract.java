package io.eidroutes.smev;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.store.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The store of NodeIDs, on every database. */
abstract class NodeStoreContract {

    private static final Duration SILENCE = Duration.ofMinutes(1);

    private JdbcClient jdbc;
    private NodeStore nodes;

    abstract TestDatabase database();

    @BeforeEach
    void prepare() {
        database().clear();
        jdbc = database().jdbc();
        nodes = new NodeStore(jdbc, database().transactions());
    }

    @Test
    void whenANodeIsHeardThenNobodyAdoptsItsNodeId() {
        nodes.heard("node-1", SILENCE);

        assertThat(adopt("b")).isEmpty();
    }

    @Test
    void whenANodeIsSilentThenOneAdoptsItsNodeIdAndKeepsIt() {
        silent("node-1");
        silent("");

        assertThat(adopt("b")).containsExactly("", "node-1");
        assertThat(adopt("c")).isEmpty();
        assertThat(adopt("b")).containsExactly("", "node-1");
        assertThat(nodes.adopter("node-1")).contains("b");
    }

    @Test
    void whenTheAdopterFallsSilentThenAnotherAdopts() {
        silent("node-1");
        adopt("b");
        jdbc.sql("update smev_node set adopted_until = current_timestamp - interval '1' second").update();

        assertThat(nodes.adopter("node-1")).isEmpty();
        assertThat(adopt("c")).containsExactly("node-1");
        assertThat(adopt("b")).isEmpty();
    }

    @Test
    void whenTheAdopterGivesBackThenAnotherAdoptsAtOnce() {
        silent("node-1");
        adopt("b");

        nodes.giveBack("b");

        assertThat(adopt("c")).containsExactly("node-1");
    }

    @Test
    void whenTheNodeIsHeardAgainThenItsNodeIdIsGivenBack() {
        silent("node-1");
        adopt("b");

        nodes.heard("node-1", SILENCE);

        assertThat(adopt("b")).isEmpty();
        assertThat(nodes.adopter("node-1")).isEmpty();
    }

    @Test
    void whenAClaimOfItsTimeIsOpenThenASilentNodeIdIsNotForgotten() {
        silent("node-1");
        openClaimSent(3);

        assertThat(nodes.forget()).isZero();

        jdbc.sql("delete from claim").update();
        assertThat(nodes.forget()).isEqualTo(1);
        assertThat(adopt("b")).isEmpty();
    }

    @Test
    void whenOnlyLaterClaimsAreOpenThenASilentNodeIdIsForgottenAndALivingOneIsNot() {
        silent("node-1");
        nodes.heard("node-2", SILENCE);
        openClaimSent(0);

        assertThat(nodes.forget()).isEqualTo(1);

        assertThat(jdbc.sql("select node_id from smev_node").query(String.class).list()).containsExactly("node-2");
    }

    private List<String> adopt(String adopter) {
        return nodes.adopt(adopter, SILENCE);
    }

    private void silent(String nodeId) {
        nodes.heard(nodeId, SILENCE);
        jdbc.sql("update smev_node set silent_at = current_timestamp - interval '2' minute where node_id = :id")
                .param("id", nodeId).update();
    }

    private void openClaimSent(int minutesAgo) {
        UUID id = UUID.randomUUID();
        String then = "current_timestamp - interval '" + minutesAgo + "' minute";
        jdbc.sql("insert into claim (id, client, door, content_digest, routing_code, delivery_id, created_at, end_of_life) "
                        + "values (:id, 'shop', 'http', 'digest', 'DEV', :id, " + then + ", current_timestamp + interval '1' day)")
                .param("id", id).update();
        jdbc.sql("insert into open_claim (claim_id, state, payload, attempt, tries, due_at, fence) "
                        + "values (:id, 'sent', :payload, 1, 0, current_timestamp, 1)")
                .param("id", id).param("payload", new byte[1]).update();
        jdbc.sql("insert into attempt (claim_id, n, message_id, first_wire_at, outcome, ever_unclear) "
                        + "values (:id, 1, :id, " + then + ", 'sent', false)")
                .param("id", id).update();
    }
}
