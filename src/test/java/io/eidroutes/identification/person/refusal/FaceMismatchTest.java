package io.eidroutes.identification.person.refusal;

import io.eidroutes.delivery.StandIn;

/** Documented among the messages of the process; here in error_description. */
class FaceMismatchTest extends FinalRefusalTest {

    FaceMismatchTest() {
        super(StandIn.Reply.of(400, "{\"error_description\":\"Фотография лица  пользователя не совпадает с фотографией в "
                + "государственной базе данных\"}"), "face-mismatch", "user", 422);
    }
}
