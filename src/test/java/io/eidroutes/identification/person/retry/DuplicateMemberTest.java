package io.eidroutes.identification.person.retry;

import io.eidroutes.delivery.StandIn;

/** JSON that says one thing twice. */
class DuplicateMemberTest extends PassingFailureTest {

    DuplicateMemberTest() {
        super(StandIn.Reply.of(200, "{\"person\":{\"iin\":\"900101300123\",\"iin\":\"900101300124\"}}"), "transport", "unreadable-answer");
    }
}
