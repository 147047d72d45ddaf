package io.eidroutes.identification.person.retry;

import io.eidroutes.delivery.StandIn;

/** A redirect is not followed: login, password and the person stay here. */
class RedirectTest extends PassingFailureTest {

    RedirectTest() {
        super(StandIn.Reply.of(307, "").to("/elsewhere"), "transport", "client-error");
    }
}
