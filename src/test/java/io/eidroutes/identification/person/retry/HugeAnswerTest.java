package io.eidroutes.identification.person.retry;

import io.eidroutes.delivery.StandIn;

/** An answer beyond the bound. */
class HugeAnswerTest extends PassingFailureTest {

    HugeAnswerTest() {
        super(StandIn.Reply.of(200, "{\"person\":{},\"photo\":\"" + "A".repeat(300_000) + "\"}"), "transport", "unreadable-answer");
    }
}
