package io.eidroutes.identification.person.retry;

import io.eidroutes.delivery.StandIn;

/** A 404 that is not the adapter's: the path is wrong until the operator mends it. */
class NotFoundPageTest extends PassingFailureTest {

    NotFoundPageTest() {
        super(StandIn.Reply.of(404, "<html>nginx</html>").as("text/html"), "transport", "client-error");
    }
}
