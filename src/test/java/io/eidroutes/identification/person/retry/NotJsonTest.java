package io.eidroutes.identification.person.retry;

import io.eidroutes.delivery.StandIn;

/** A 200 that is a page. */
class NotJsonTest extends PassingFailureTest {

    NotJsonTest() {
        super(StandIn.Reply.of(200, "<html>Ошибка</html>").as("text/html"), "transport", "unreadable-answer");
    }
}
