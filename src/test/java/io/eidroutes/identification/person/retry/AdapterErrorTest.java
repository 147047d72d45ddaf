package io.eidroutes.identification.person.retry;

import io.eidroutes.delivery.StandIn;

/** The adapter failed by itself. */
class AdapterErrorTest extends PassingFailureTest {

    AdapterErrorTest() {
        super(StandIn.Reply.of(500, "{\"message\":\"Internal Server Error\",\"code\":\"500\"}"), "coid", "adapter-error");
    }
}
