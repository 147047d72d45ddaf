package io.eidroutes.identification.person.delivery;

import io.eidroutes.delivery.StandIn;

/** A redirect is not followed: the result goes where the setting says and nowhere else. */
class WebhookRedirectsTest extends UndeliveredTest {

    WebhookRedirectsTest() {
        super(StandIn.Reply.of(308, "").to("/elsewhere"));
    }
}
