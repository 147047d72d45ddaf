package io.eidroutes.consent.answer;

import io.eidroutes.simulator.smev.Effect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each code that ESIA documents reaches the caller in ESIA's own words, with who can do something about it. */
class EsiaFaultTest extends AnswerTest {

    @ParameterizedTest(name = "{0} is for {1}")
    @CsvSource(delimiter = '|', textBlock = """
            ESIA-036700 | partner | Не указана мнемоника типа согласия
            ESIA-036701 | partner | Не найден тип согласия
            ESIA-036702 | partner | Не указан обязательный скоуп для типа согласия
            ESIA-036703 | partner | Указанные скоупы выходят за рамки разрешенных для типа согласия
            ESIA-036704 | partner | Запрещено указывать скоупы для типа согласия
            ESIA-036705 | partner | Необходимо указать хотя бы одно действие
            ESIA-036706 | partner | Указанное действие не существует
            ESIA-036707 | partner | Необходимо указать хотя бы одну цель
            ESIA-036716 | partner | Указано некорректное время истечения срока действия согласия
            ESIA-036726 | partner | Указанная цель не существует
            ESIA-036727 | partner | Необходимо указать одну цель согласия
            ESIA-000001 | retry   | Внутренняя ошибка
            ESIA-005003 | partner | Нет прав на обращение к методу сервиса
            ESIA-020002 | user    | Учетная запись не найдена
            ESIA-030002 | partner | Не заполнены обязательные поля ФИО
            ESIA-030003 | partner | Неверные параметры запроса
            ESIA-033001 | user    | Не указана серия документа
            ESIA-033002 | user    | Не указан номер документа
            ESIA-033010 | user    | Некорректный тип документа, удостоверяющий личность
            ESIA-036102 | user    | Неверная контрольная сумма СНИЛС пользователя
            ESIA-039870 | partner | Выбранная информационная система SMEV не найдена
            """)
    void whenEsiaReportsADocumentedCodeThenItReachesTheCallerVerbatim(String code, String kind, String message)
            throws Exception {
        assertFault(answerWith(Effect.Esia.fault(code, message)), code, message, kind);
        awaitAcks(1);
    }
}
