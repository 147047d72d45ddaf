package io.eidroutes.faults;

import io.eidroutes.faults.Trial.Ground;
import org.junit.jupiter.api.Test;

/** A short cut of the fault suite ({@code mvn verify -Pfaults}), for every build. */
class ShortFaultsIT {

    @Test
    void whenTheOneNodeIsKilledThenNothingIsLostAndEsiaIsAskedOnce() throws Exception {
        KillsTrial.run("short on H2", Ground.EMBEDDED, 1, 45, 2, 100);
    }
}
