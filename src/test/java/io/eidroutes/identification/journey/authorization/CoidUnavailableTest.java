package io.eidroutes.identification.journey.authorization;

/** Documented, test IIN 000000000004. */
class CoidUnavailableTest extends AuthorizationErrorTest {

    CoidUnavailableTest() {
        super("access_denied", "Ошибка на сервисе государственного органа (сервис не доступен)",
                "coid", "service-unavailable", "retry");
    }
}
