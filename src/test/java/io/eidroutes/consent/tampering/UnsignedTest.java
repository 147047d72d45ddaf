package io.eidroutes.consent.tampering;

import io.eidroutes.simulator.smev.Defect;
import io.eidroutes.simulator.smev.Effect;

/** СМЭВ's signature is missing. */
class UnsignedTest extends TamperingTest {

    UnsignedTest() {
        super(Effect.Defective.with(Defect.UNSIGNED), "EID-SIGNATURE-MISSING");
    }
}
