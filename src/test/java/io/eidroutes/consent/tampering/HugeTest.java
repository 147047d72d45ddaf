package io.eidroutes.consent.tampering;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.simulator.smev.Defect;
import io.eidroutes.simulator.smev.Effect;

/** More than is ever read. */
class HugeTest extends TamperingTest {

    private static final int ABOVE_THE_LIMIT = 6 * 1024 * 1024;

    HugeTest() {
        super(new Effect.Defective(Defect.HUGE, ABOVE_THE_LIMIT), "unreadable-answer");
    }

    /** It is not read to its end, so there is nothing to keep. */
    @Override
    void awaitKeptAside(int before) {
        assertThat(quarantined("unreadable-answer")).isEqualTo(before);
    }
}
