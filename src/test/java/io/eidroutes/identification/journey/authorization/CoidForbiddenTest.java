package io.eidroutes.identification.journey.authorization;

/** Documented, test IIN 000000000005. */
class CoidForbiddenTest extends AuthorizationErrorTest {

    CoidForbiddenTest() {
        super("access_denied", "Ошибка на сервисе государственного органа (Партнеру запрещен доступ к данным)",
                "coid", "access-denied", "partner");
    }
}
