package io.eidroutes.consent.tampering;

import io.eidroutes.simulator.smev.Defect;
import io.eidroutes.simulator.smev.Effect;

/** Signature wrapping: what is signed lies elsewhere, and something forged is where we read. */
class WrappedTest extends TamperingTest {

    WrappedTest() {
        super(Effect.Defective.with(Defect.WRAPPED), "EID-SIGNATURE-INVALID");
    }
}
