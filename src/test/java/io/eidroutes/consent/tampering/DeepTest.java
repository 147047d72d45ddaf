package io.eidroutes.consent.tampering;

import io.eidroutes.simulator.smev.Defect;
import io.eidroutes.simulator.smev.Effect;

/** Thousands of levels in the header. */
class DeepTest extends TamperingTest {

    DeepTest() {
        super(Effect.Defective.with(Defect.DEEP), "unreadable-answer");
    }
}
