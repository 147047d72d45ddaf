package io.eidroutes.identification.person.delivery;

import io.eidroutes.delivery.StandIn;

/** An answer that never ends, a byte at a time. */
class WebhookTricklesTest extends UndeliveredTest {

    WebhookTricklesTest() {
        super(StandIn.Reply.of(200, "x".repeat(1000)).trickling(5));
    }
}
