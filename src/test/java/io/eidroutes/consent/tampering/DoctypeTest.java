package io.eidroutes.consent.tampering;

import io.eidroutes.simulator.smev.Defect;
import io.eidroutes.simulator.smev.Effect;

/** A DOCTYPE with an entity of its own. */
class DoctypeTest extends TamperingTest {

    DoctypeTest() {
        super(Effect.Defective.with(Defect.DOCTYPE), "unreadable-answer");
    }
}
