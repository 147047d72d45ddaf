package io.eidroutes.identification.person.retry;

import io.eidroutes.delivery.StandIn;

/** An answer that never ends, a byte at a time. */
class TrickleTest extends PassingFailureTest {

    TrickleTest() {
        super(StandIn.Reply.of(200, documentedAnswer().toString()).trickling(5), "transport", "read-timeout");
    }
}
