package io.eidroutes.identification.person.retry;

import io.eidroutes.delivery.StandIn;

/** A gateway on the way. */
class GatewayErrorTest extends PassingFailureTest {

    GatewayErrorTest() {
        super(StandIn.Reply.of(502, "Bad Gateway").as("text/plain"), "transport", "gateway-error");
    }
}
