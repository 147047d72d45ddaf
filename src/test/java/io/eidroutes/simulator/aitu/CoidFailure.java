package io.eidroutes.simulator.aitu;

import java.util.Arrays;
import java.util.Optional;

/** The documented failures of the check in ЦОИД, each with the IIN that brings it about on the test stand. */
public enum CoidFailure {
    PHOTO("000000000001", "Ваше фото не совпадает с фото из государственной базы данных. Проверьте правильность введенного "
            + "ИИН или попробуйте пройти видео-проверку заново", ""),
    AGE("000000000002", "Проверку можно пройти при достижении 16 летнего возраста", ""),
    NOT_FOUND("000000000003", "ИИН не найден в базе данных государственного органа. Проверку можно пройти при наличии "
            + "гражданства Республики Казахстан или Вида на жительство. Проверьте правильность ввода ИИН или обратитесь в "
            + "службу поддержки", ""),
    UNAVAILABLE("000000000004", "Ошибка на сервисе государственного органа (сервис не доступен)",
            "Ошибка на сервисе государственного органа"),
    FORBIDDEN("000000000005", "Ошибка на сервисе государственного органа (Партнеру запрещен доступ к данным)",
            "Ошибка на сервисе государственного органа");

    private final String iin;
    private final String message;
    private final String onPage;

    CoidFailure(String iin, String message, String onPage) {
        this.iin = iin;
        this.message = message;
        this.onPage = onPage.isEmpty() ? message : onPage;
    }

    public String iin() {
        return iin;
    }

    /** As documented, verbatim. */
    public String message() {
        return message;
    }

    /** What the user's page shows. */
    String onPage() {
        return onPage;
    }

    /** The failure of a test IIN. */
    public static Optional<CoidFailure> of(String iin) {
        return Arrays.stream(values()).filter(failure -> failure.iin.equals(iin)).findFirst();
    }
}
