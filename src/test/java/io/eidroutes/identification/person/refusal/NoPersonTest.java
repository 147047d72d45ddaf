package io.eidroutes.identification.person.refusal;

import io.eidroutes.delivery.StandIn;

/** A 200 without a person is a failure of its own. */
class NoPersonTest extends FinalRefusalTest {

    NoPersonTest() {
        super(StandIn.Reply.of(200, "{\"minConfidenceLevel\":0.9,\"person\":null}"), "no-person", "partner", 502);
    }
}
