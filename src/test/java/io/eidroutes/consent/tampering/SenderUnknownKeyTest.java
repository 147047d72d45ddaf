package io.eidroutes.consent.tampering;

import io.eidroutes.simulator.smev.Defect;
import io.eidroutes.simulator.smev.Effect;

/** Somebody else signed instead of ESIA. */
class SenderUnknownKeyTest extends TamperingTest {

    SenderUnknownKeyTest() {
        super(Effect.Defective.with(Defect.SENDER_UNKNOWN_KEY), "EID-SIGNATURE-UNTRUSTED");
    }
}
