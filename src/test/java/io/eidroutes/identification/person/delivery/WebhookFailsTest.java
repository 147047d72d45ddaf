package io.eidroutes.identification.person.delivery;

import io.eidroutes.delivery.StandIn;

/** The partner's server fails. */
class WebhookFailsTest extends UndeliveredTest {

    WebhookFailsTest() {
        super(StandIn.Reply.of(500, ""));
    }
}
