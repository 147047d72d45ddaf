package io.eidroutes.identification.person.refusal;

/** Documented, test IIN 000000000002. */
class UnderAgeTest extends FinalRefusalTest {

    UnderAgeTest() {
        super(message(422, "Проверку можно пройти при достижении 16 летнего возраста"), "under-age", "user", 422);
    }
}
