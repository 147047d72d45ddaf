package io.eidroutes.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.eidroutes.faults.Trial.Ground;
import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Operation;
import io.eidroutes.simulator.smev.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * A MessageID lives for 20 seconds and SMEV is away for longer. Nobody can tell then what became of a request whose reply
 * was lost: it is never asked for under a new id, and an operator sees it.
 */
class ShortLifeFaults {

    private static final int CLAIMS = Integer.getInteger("faults.claims", 200);
    private static final int BLOWS = Integer.getInteger("faults.blows", 8);
    /** Slow enough that claims come in during every outage, and between them. */
    private static final long PAUSE_MILLIS = 2_500;

    @Test
    void whenOutagesOutliveMessageIdsThenNoContentIsAcceptedTwiceAndTheUncertainOnesAreShown() throws Exception {
        try (Trial trial = new Trial("MessageIDs of 20 seconds", Ground.EMBEDDED, 1, "--eid.smev.message-id-life=20s")) {
            var smev = trial.simulators().smev();
            smev.settings(smev.settings().withAnswerDelayMillis(500).withRedeliverAfterMillis(5_000).withMessageIdLifeSeconds(20));
            // Replies are lost: of some requests after they were accepted, of others before.
            smev.next(Scenario.of(new Effect.Close(Effect.Close.Moment.AFTER_ACCEPTANCE)).on(Operation.SEND_REQUEST).when("-lost-").always());
            smev.next(Scenario.of(new Effect.Close(Effect.Close.Moment.BEFORE_ACCEPTANCE)).on(Operation.SEND_REQUEST).when("-vanished-").always());
            trial.run(CLAIMS, List.of("plain", "plain", "lost", "plain", "vanished"), PAUSE_MILLIS,
                    Map.of("SMEV away for 25 seconds", on -> on.cutSmev(Duration.ofSeconds(25))), BLOWS);
            smev.dropScenarios();
            try {
                requireAnsweredOrShown(trial);
                trial.requireNeverAskedTwice();
            } finally {
                trial.print();
            }
        }
    }

    /** Each claim has its answer, or is among the uncertain ones; and what is uncertain in the end SMEV never took. */
    private static void requireAnsweredOrShown(Trial trial) {
        await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofSeconds(2)).untilAsserted(() -> {
            List<String> waiting = trial.acknowledged().stream().filter(key -> trial.answer(key).isEmpty()).toList();
            JsonNode shown = trial.shownToOperator("uncertain");
            Set<String> ids = StreamSupport.stream(shown.spliterator(), false)
                    .map(claim -> claim.path("id").asText(claim.path("claim").asText())).collect(Collectors.toSet());
            assertThat(ids).hasSameSizeAs(waiting);
            assertThat(waiting).hasSize(CLAIMS - trial.contentsAccepted());
        });
    }
}
