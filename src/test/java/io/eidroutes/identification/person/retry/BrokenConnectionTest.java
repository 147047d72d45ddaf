package io.eidroutes.identification.person.retry;

import io.eidroutes.delivery.StandIn;

/** The connection broke in the middle of the answer. */
class BrokenConnectionTest extends PassingFailureTest {

    BrokenConnectionTest() {
        super(StandIn.Reply.of(200, "{\"person\":{}").broken(), "transport", "connection-reset");
    }
}
