package io.eidroutes.faults;

import io.eidroutes.faults.Trial.Blow;
import io.eidroutes.faults.Trial.Ground;
import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Operation;
import io.eidroutes.simulator.smev.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stands around the nodes breaks too: the broker, the database, SMEV; and SMEV behaves as badly as it can. */
class TroubleFaults {

    private static final int CLAIMS = Integer.getInteger("faults.claims", 1_000);
    private static final int BLOWS = Integer.getInteger("faults.blows", 30);
    private static final long PAUSE_MILLIS = 900;

    @Test
    void whenTheBrokerIsKilledThenNothingIsLost() throws Exception {
        withTrouble("the broker is killed", blows("SIGKILL of the broker", Trial::killBroker), plain());
    }

    @Test
    void whenPostgresIsKilledThenNothingIsLost() throws Exception {
        withTrouble("PostgreSQL is killed", blows("SIGKILL of PostgreSQL", Trial::killPostgres), plain());
    }

    @Test
    void whenSmevIsAwayForMinutesThenNothingIsLost() throws Exception {
        Map<String, Blow> away = blows("SMEV away for a minute", trial -> trial.cutSmev(Duration.ofMinutes(1)));
        withTrouble("SMEV is away", away, plain());
    }

    @Test
    void whenSmevLosesRepliesAndRepeatsAnswersAndSendsForeignOnesThenNothingIsLost() throws Exception {
        withTrouble("SMEV behaves badly", blows("SIGKILL of a node", Trial::killNode),
                tenths("lost", "again", "slow", "foreign"));
    }

    private static Map<String, Blow> blows(String name, Blow blow) {
        Map<String, Blow> blows = new LinkedHashMap<>();
        blows.put(name, blow);
        blows.put("SIGKILL of a node too", Trial::killNode);
        return blows;
    }

    private static List<String> plain() {
        return List.of("plain");
    }

    /** One claim of ten each. */
    private static List<String> tenths(String... tags) {
        List<String> ten = new ArrayList<>(Collections.nCopies(10 - tags.length, "plain"));
        Collections.addAll(ten, tags);
        return ten;
    }

    private static void withTrouble(String name, Map<String, Blow> blows, List<String> tags) throws Exception {
        try (Trial trial = new Trial(name, Ground.CLUSTER, 2)) {
            var smev = trial.simulators().smev();
            smev.settings(smev.settings().withAnswerDelayMillis(500).withRedeliverAfterMillis(5_000));
            smev.next(Scenario.of(new Effect.Close(Effect.Close.Moment.AFTER_ACCEPTANCE)).on(Operation.SEND_REQUEST).when("-lost-").times(CLAIMS / 10));
            smev.next(Scenario.of(new Effect.Slow(4_000)).on(Operation.SEND_REQUEST).when("-slow-").times(CLAIMS / 10));
            smev.next(Scenario.of(new Effect.Duplicate(false)).on(Operation.SEND_REQUEST).when("-again-").always());
            smev.next(Scenario.of(new Effect.Foreign(false)).on(Operation.SEND_REQUEST).when("-foreign-").always());
            trial.run(CLAIMS, tags, PAUSE_MILLIS, blows, BLOWS);
            try {
                trial.requireAnswers();
                trial.requireAskedOnce(CLAIMS);
                trial.requireNothingOpen();
            } finally {
                trial.print();
            }
        }
    }
}
