package io.eidroutes.consent.tampering;

import io.eidroutes.simulator.smev.Defect;
import io.eidroutes.simulator.smev.Effect;

/** The content was changed between ESIA and СМЭВ, whose signature covers the change. */
class SenderTamperedTest extends TamperingTest {

    SenderTamperedTest() {
        super(Effect.Defective.with(Defect.SENDER_TAMPERED), "EID-SIGNATURE-INVALID");
    }
}
