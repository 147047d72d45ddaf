package io.eidroutes.identification.person.delivery;

import io.eidroutes.delivery.StandIn;

/** The connection broke: whether the result arrived is unclear, so it comes again. */
class WebhookBreaksOffTest extends UndeliveredTest {

    WebhookBreaksOffTest() {
        super(StandIn.Reply.of(200, "{}").broken());
    }
}
