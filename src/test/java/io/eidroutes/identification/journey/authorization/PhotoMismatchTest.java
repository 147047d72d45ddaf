package io.eidroutes.identification.journey.authorization;

/** Documented, test IIN 000000000001. */
class PhotoMismatchTest extends AuthorizationErrorTest {

    PhotoMismatchTest() {
        super("access_denied", "Ваше фото не совпадает с фото из государственной базы данных. Проверьте правильность "
                        + "введенного ИИН или попробуйте пройти видео-проверку заново",
                "coid", "photo-mismatch", "user");
    }
}
