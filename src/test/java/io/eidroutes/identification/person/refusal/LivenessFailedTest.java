package io.eidroutes.identification.person.refusal;

import io.eidroutes.delivery.StandIn;

/** Documented among the messages of the process; here as plain text. */
class LivenessFailedTest extends FinalRefusalTest {

    LivenessFailedTest() {
        super(StandIn.Reply.of(500, "Ошибка при определении живости лица").as("text/plain; charset=utf-8"), "liveness-failed", "user", 422);
    }
}
