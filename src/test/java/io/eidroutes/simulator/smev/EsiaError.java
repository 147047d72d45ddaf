package io.eidroutes.simulator.smev;

/**
 * A code of ESIA with its words.
 *
 * @param code    as in {@code ESIA-036701}
 * @param message verbatim from ESIA's documentation where it is one of the documented codes
 */
public record EsiaError(String code, String message) {

    static final EsiaError NO_MNEMONIC = new EsiaError("ESIA-036700", "Не указана мнемоника типа согласия");
    static final EsiaError UNKNOWN_TYPE = new EsiaError("ESIA-036701", "Не найден тип согласия");
    static final EsiaError SCOPE_MISSING = new EsiaError("ESIA-036702", "Не указан обязательный скоуп для типа согласия");
    static final EsiaError SCOPE_OUTSIDE = new EsiaError("ESIA-036703",
            "Указанные скоупы выходят за рамки разрешенных для типа согласия");
    static final EsiaError SCOPES_FORBIDDEN = new EsiaError("ESIA-036704", "Запрещено указывать скоупы для типа согласия");
    static final EsiaError NO_ACTION = new EsiaError("ESIA-036705", "Необходимо указать хотя бы одно действие");
    static final EsiaError UNKNOWN_ACTION = new EsiaError("ESIA-036706", "Указанное действие не существует");
    static final EsiaError NO_PURPOSE = new EsiaError("ESIA-036707", "Необходимо указать хотя бы одну цель");
    static final EsiaError BAD_EXPIRE = new EsiaError("ESIA-036716",
            "Указано некорректное время истечения срока действия согласия");
    static final EsiaError UNKNOWN_PURPOSE = new EsiaError("ESIA-036726", "Указанная цель не существует");
    static final EsiaError SEVERAL_PURPOSES = new EsiaError("ESIA-036727", "Необходимо указать одну цель согласия");
    static final EsiaError INTERNAL = new EsiaError("ESIA-000001", "Внутренняя ошибка");
    static final EsiaError NO_ACCOUNT = new EsiaError("ESIA-020002", "Учетная запись не найдена");
    static final EsiaError NO_NAMES = new EsiaError("ESIA-030002", "Не заполнены обязательные поля ФИО");
    static final EsiaError NO_SERIES = new EsiaError("ESIA-033001", "Не указана серия документа");
    static final EsiaError NO_NUMBER = new EsiaError("ESIA-033002", "Не указан номер документа");
    static final EsiaError BAD_DOCUMENT_TYPE = new EsiaError("ESIA-033010",
            "Некорректный тип документа, удостоверяющий личность");
    static final EsiaError BAD_SNILS = new EsiaError("ESIA-036102", "Неверная контрольная сумма СНИЛС пользователя");

    /** Empty where a scenario leaves one out. */
    public EsiaError {
        code = code == null ? "" : code;
        message = message == null ? "" : message;
    }
}
