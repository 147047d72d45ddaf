package io.eidroutes.identification.person.retry;

import io.eidroutes.delivery.StandIn;

/** Documented, test IIN 000000000004. */
class ServiceUnavailableTest extends PassingFailureTest {

    ServiceUnavailableTest() {
        super(StandIn.Reply.of(500, "{\"error\":{\"message\":\"Ошибка на сервисе государственного органа (сервис не доступен)\"}}"),
                "coid", "service-unavailable");
    }
}
