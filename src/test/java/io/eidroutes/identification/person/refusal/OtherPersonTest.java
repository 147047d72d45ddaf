package io.eidroutes.identification.person.refusal;

import io.eidroutes.delivery.StandIn;

/** The data of somebody else. */
class OtherPersonTest extends FinalRefusalTest {

    OtherPersonTest() {
        super(StandIn.Reply.of(200, documentedAnswer().toString().replace(IIN, "900101300124")), "other-person", "security", 502);
    }
}
