package io.eidroutes.consent.tampering;

import io.eidroutes.simulator.smev.Defect;
import io.eidroutes.simulator.smev.Effect;

/** Somebody else signed instead of СМЭВ. */
class UnknownKeyTest extends TamperingTest {

    UnknownKeyTest() {
        super(Effect.Defective.with(Defect.UNKNOWN_KEY), "EID-SIGNATURE-UNTRUSTED");
    }
}
