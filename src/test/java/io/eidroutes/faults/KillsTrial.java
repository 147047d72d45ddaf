package io.eidroutes.faults;

import io.eidroutes.faults.Trial.Ground;
import java.util.List;
import java.util.Map;

/** Nodes are killed at random moments; at the end each claim is answered, and ESIA was asked once for each. */
final class KillsTrial {

    private static final List<String> PLAIN = List.of("plain");

    private KillsTrial() {
    }

    static void run(String name, Ground ground, int nodes, int claims, int kills, long pauseMillis) throws Exception {
        try (Trial trial = new Trial(name, ground, nodes)) {
            trial.simulators().smev().settings(trial.simulators().smev().settings()
                    .withAnswerDelayMillis(500).withRedeliverAfterMillis(5_000));
            trial.run(claims, PLAIN, pauseMillis, Map.of("SIGKILL of a node", Trial::killNode), kills);
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
