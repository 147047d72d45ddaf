package io.eidroutes.identification.journey.authorization;

/** Documented, test IIN 000000000002. */
class UnderAgeTest extends AuthorizationErrorTest {

    UnderAgeTest() {
        super("access_denied", "Проверку можно пройти при достижении 16 летнего возраста",
                "coid", "under-age", "user");
    }
}
