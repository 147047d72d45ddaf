package io.eidroutes.identification.person.delivery;

import io.eidroutes.delivery.StandIn;

/** The partner's server refuses, until its operator mends it. */
class WebhookRefusesTest extends UndeliveredTest {

    WebhookRefusesTest() {
        super(StandIn.Reply.of(401, "{}"));
    }
}
