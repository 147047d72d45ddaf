package io.eidroutes.consent.tampering;

import io.eidroutes.simulator.smev.Defect;
import io.eidroutes.simulator.smev.Effect;

/** Something forged has the Id of what is signed. */
class DuplicateIdTest extends TamperingTest {

    DuplicateIdTest() {
        super(Effect.Defective.with(Defect.DUPLICATE_ID), "EID-SIGNATURE-INVALID");
    }
}
