package io.eidroutes.faults;

import io.eidroutes.faults.Trial.Ground;
import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Operation;
import io.eidroutes.simulator.smev.Scenario;
import java.util.List;
import java.util.Map;

/** Nodes are killed at random moments; at the end each claim is answered, and ESIA was asked once for each. */
final class KillsTrial {

    /** Calls that no node lives to see answered: SMEV has the claim, and nobody is told. */
    private static final int UNANSWERED = 5;

    private KillsTrial() {
    }

    static void run(String name, Ground ground, int nodes, int claims, int kills, long pauseMillis) throws Exception {
        try (Trial trial = new Trial(name, ground, nodes)) {
            trial.simulators().smev().settings(trial.simulators().smev().settings()
                    .withAnswerDelayMillis(500).withRedeliverAfterMillis(5_000));
            trial.simulators().smev().next(Scenario.of(new Effect.Slow(60_000)).on(Operation.SEND_REQUEST).when("-slow-").times(UNANSWERED));
            trial.run(claims, List.of("plain", "plain", "plain", "slow"), pauseMillis, Map.of("SIGKILL of a node", Trial::killNode), kills);
            try {
                trial.requireAnswers();
                trial.requireAskedOnce(claims);
                trial.requireNothingOpen();
            } finally {
                trial.print();
            }
        }
    }
}
