package io.eidroutes.identification.person.refusal;

/** Documented, test IIN 000000000001. */
class PhotoMismatchTest extends FinalRefusalTest {

    PhotoMismatchTest() {
        super(message(400, "Ваше фото не совпадает с фото из государственной базы данных. Проверьте правильность введенного "
                + "ИИН или попробуйте пройти видео-проверку заново"), "photo-mismatch", "user", 422);
    }
}
