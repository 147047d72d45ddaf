package io.eidroutes.identification.person.refusal;

/** Documented, test IIN 000000000005; 403 says less than the message. */
class AccessDeniedTest extends FinalRefusalTest {

    AccessDeniedTest() {
        super(message(403, "Ошибка на сервисе государственного органа (Партнеру запрещен доступ к данным)"), "access-denied", "partner", 502);
    }
}
