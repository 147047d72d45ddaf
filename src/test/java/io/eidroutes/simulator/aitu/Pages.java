package io.eidroutes.simulator.aitu;

import static io.eidroutes.simulator.web.Html.escape;

import io.eidroutes.simulator.web.Html;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What the user sees at Aitu Passport. The messages of the check in ЦОИД exist in Russian only, and so do these pages. */
final class Pages {

    private static final String LEAVE = "<button name=\"action\" value=\"leave\" class=\"quiet\" formnovalidate>Вернуться на сайт партнёра</button>";

    private Pages() {
    }

    static String of(Visit visit) {
        return switch (visit.step()) {
            case IIN -> iin(visit);
            case FACE -> face();
            case FAILED -> failed(visit);
            case LEFT -> page("Вы вышли", "<p>Окно можно закрыть.</p>");
        };
    }

    private static String iin(Visit visit) {
        String wrong = visit.failure().map(message ->
                "<p class=\"alert\" role=\"alert\" id=\"wrong\">" + escape(message) + "</p>").orElse("");
        String marks = visit.failure().isPresent() ? " aria-invalid=\"true\" aria-describedby=\"wrong\"" : "";
        String tests = Arrays.stream(CoidFailure.values())
                .map(failure -> "<li><code>" + failure.iin() + "</code> " + escape(failure.message()) + "</li>")
                .collect(Collectors.joining());
        return page("Введите ваш ИИН", wrong + """
                <form method="post">
                <label for="iin">ИИН</label>
                <input type="text" id="iin" name="iin" inputmode="numeric" autocomplete="off" maxlength="12" value="%s" autofocus%s>
                <button name="action" value="iin">Продолжить</button>%s
                </form>
                <details class="note"><summary>Тестовые ИИН</summary><p>Любые 12 цифр проходят проверку; эти показывают ошибку:</p>
                <ul>%s</ul></details>""".formatted(escape(visit.iin()), marks, LEAVE, tests));
    }

    private static String face() {
        return page("Видео-проверка", """
                <div class="camera" role="img" aria-label="Изображение с камеры">камера</div>
                <p>Смотрите прямо в камеру в хорошо освещённом месте.</p>
                <form method="post">
                <button name="action" value="face">Пройти проверку</button>
                <button name="action" value="leave" class="quiet">Вернуться на сайт партнёра</button>
                <details class="note"><summary>Неудачная проверка</summary>
                <button name="action" value="liveness" class="quiet">Лицо не живое</button>
                <button name="action" value="mismatch" class="quiet">Лицо другого человека</button></details>
                </form>""");
    }

    private static String failed(Visit visit) {
        return page("Проверка не пройдена", """
                <p class="alert" role="alert">%s</p>
                <form method="post">
                <button name="action" value="again">Попробовать ещё раз</button>
                <button name="action" value="back" class="quiet">Указать другой ИИН</button>
                %s
                </form>""".formatted(escape(visit.failure().orElse("")), LEAVE));
    }

    static String wrongLink(String description) {
        return page("Неверная ссылка", "<p class=\"alert\" role=\"alert\">" + escape(description) + "</p>");
    }

    static String loggedOut() {
        return page("Вы вышли из Aitu Passport", "<p>Окно можно закрыть.</p>");
    }

    private static String page(String title, String main) {
        return Html.page("ru", "#1d4ed8", "Aitu Passport — имитация", title, "", main);
    }
}
