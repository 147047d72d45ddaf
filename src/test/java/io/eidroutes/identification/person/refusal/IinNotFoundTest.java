package io.eidroutes.identification.person.refusal;

/** Documented, test IIN 000000000003; here in a 200. */
class IinNotFoundTest extends FinalRefusalTest {

    IinNotFoundTest() {
        super(message(200, "ИИН не найден в базе данных государственного органа. Проверку можно пройти при наличии гражданства "
                + "Республики Казахстан или Вида на жительство. Проверьте правильность ввода ИИН или обратитесь в службу "
                + "поддержки"), "iin-not-found", "user", 422);
    }
}
