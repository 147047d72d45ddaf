package io.eidroutes.consent.tampering;

import io.eidroutes.simulator.smev.Defect;
import io.eidroutes.simulator.smev.Effect;

/** The content was changed after both signatures. */
class TamperedTest extends TamperingTest {

    TamperedTest() {
        super(Effect.Defective.with(Defect.TAMPERED), "EID-SIGNATURE-INVALID");
    }
}
