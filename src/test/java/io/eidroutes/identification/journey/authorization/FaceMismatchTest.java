package io.eidroutes.identification.journey.authorization;

/** Documented for the identification process. */
class FaceMismatchTest extends AuthorizationErrorTest {

    FaceMismatchTest() {
        super("access_denied", "Фотография лица пользователя не совпадает с фотографией в государственной базе данных",
                "coid", "face-mismatch", "user");
    }
}
