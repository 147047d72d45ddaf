package io.eidroutes.consent.tampering;

import io.eidroutes.simulator.smev.Defect;
import io.eidroutes.simulator.smev.Effect;

/** ESIA's own signature is missing. */
class SenderUnsignedTest extends TamperingTest {

    SenderUnsignedTest() {
        super(Effect.Defective.with(Defect.SENDER_UNSIGNED), "EID-SIGNATURE-MISSING");
    }
}
