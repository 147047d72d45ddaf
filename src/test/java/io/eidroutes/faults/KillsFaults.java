package io.eidroutes.faults;

import io.eidroutes.faults.Trial.Ground;
import org.junit.jupiter.api.Test;

/** 1,000 claims and 30 kills on each ground ({@code -Dfaults.claims=}, {@code -Dfaults.blows=} for fewer). */
class KillsFaults {

    private static final int CLAIMS = Integer.getInteger("faults.claims", 1_000);
    private static final int KILLS = Integer.getInteger("faults.blows", 30);
    private static final long PAUSE_MILLIS = 900;

    @Test
    void whenTheOneNodeOnH2IsKilledAgainAndAgainThenNothingIsLostAndEsiaIsAskedOnce() throws Exception {
        KillsTrial.run("one node on H2", Ground.EMBEDDED, 1, CLAIMS, KILLS, PAUSE_MILLIS);
    }

    @Test
    void whenTheOneNodeOnPostgresIsKilledAgainAndAgainThenNothingIsLostAndEsiaIsAskedOnce() throws Exception {
        KillsTrial.run("one node on PostgreSQL", Ground.CLUSTER, 1, CLAIMS, KILLS, PAUSE_MILLIS);
    }

    @Test
    void whenTwoNodesAreKilledAgainAndAgainThenNothingIsLostAndEsiaIsAskedOnce() throws Exception {
        KillsTrial.run("two nodes on PostgreSQL", Ground.CLUSTER, 2, CLAIMS, KILLS, PAUSE_MILLIS);
    }
}
