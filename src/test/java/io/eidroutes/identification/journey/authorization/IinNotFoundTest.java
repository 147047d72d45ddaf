package io.eidroutes.identification.journey.authorization;

/** Documented, test IIN 000000000003. */
class IinNotFoundTest extends AuthorizationErrorTest {

    IinNotFoundTest() {
        super("access_denied", "ИИН не найден в базе данных государственного органа. Проверку можно пройти при наличии "
                        + "гражданства Республики Казахстан или Вида на жительство. Проверьте правильность ввода ИИН "
                        + "или обратитесь в службу поддержки",
                "coid", "iin-not-found", "user");
    }
}
