package io.eidroutes.identification.person.retry;

import io.eidroutes.delivery.StandIn;

/** What the user's page shows for two documented errors, which cannot be told apart by it. */
class StateServiceErrorTest extends PassingFailureTest {

    StateServiceErrorTest() {
        super(StandIn.Reply.of(400, "{\"message\":\"Ошибка на сервисе государственного органа\"}"), "coid", "state-service-error");
    }
}
