package io.eidroutes.simulator.partner;

import java.util.Map;

/** What the partner says, in the three languages. */
enum Words {
    TITLE("Интернет-банк", "Интернет-банк", "Online bank"),
    LOGIN("Войти через Aitu Passport", "Aitu Passport арқылы кіру", "Sign in with Aitu Passport"),
    INTRODUCTION("Демонстрационный сайт партнёра. После входа данные получает сервер партнёра; через браузер они не проходят.",
            "Серіктестің көрсетілім сайты. Кіргеннен кейін деректерді серіктестің сервері алады; олар браузер арқылы өтпейді.",
            "A partner's demonstration site. After the sign-in the partner's server gets the data; they do not pass through "
                    + "the browser."),
    IIN_ROW("ИИН", "ЖСН", "IIN"),
    IIN("ИИН, если известен", "ЖСН, белгілі болса", "IIN, if known"),
    PHONE("Телефон, проверенный партнёром", "Серіктес тексерген телефон", "Phone that the partner verified"),
    RENEW("Пройти проверку ЦОИД заново", "ЦОИД тексерісінен қайта өту", "Renew the check in ЦОИД"),
    RESULT("Вы вошли", "Сіз кірдіңіз", "You are signed in"),
    WAITING("Данные ещё запрашиваются", "Деректер әлі сұралуда", "The data are still being fetched"),
    WAITING_TEXT("Страница обновится сама.", "Бет өзі жаңарады.", "This page reloads by itself."),
    REFRESH("Обновить", "Жаңарту", "Reload"),
    FAILED("Войти не удалось", "Кіру мүмкін болмады", "The sign-in failed"),
    STRANGER("Этот вход начат не здесь", "Бұл кіру осы жерде басталмаған", "This sign-in did not begin here"),
    STRANGER_TEXT("Вход был начат в другом браузере. Его результат здесь не показывается.",
            "Кіру басқа браузерде басталған. Оның нәтижесі мұнда көрсетілмейді.",
            "It began in another browser. Its result is not shown here."),
    UNREACHABLE("Приложение не отвечает", "Қосымша жауап бермейді", "The application does not answer"),
    REFUSED("Приложение отказало", "Қосымша бас тартты", "The application refused"),
    AGAIN("Начать заново", "Қайтадан бастау", "Begin anew"),
    ERASE("Выйти и удалить данные", "Шығу және деректерді жою", "Sign out and erase the data"),
    ANSWER("Ответ серверу партнёра целиком", "Серіктес серверіне берілген толық жауап", "The whole answer to the partner's server"),
    NAME("Имя", "Аты-жөні", "Name"),
    BIRTH_DATE("Дата рождения", "Туған күні", "Date of birth"),
    DOCUMENT("Документ", "Құжат", "Document"),
    PHOTO("Фото", "Фото", "Photo");

    private static final Map<String, Integer> LANGUAGES = Map.of("ru", 0, "kk", 1, "en", 2);

    private final String[] texts;

    Words(String... texts) {
        this.texts = texts;
    }

    String in(String language) {
        return texts[LANGUAGES.getOrDefault(language, 0)];
    }

    static boolean speaks(String language) {
        return LANGUAGES.containsKey(language);
    }
}
