package io.eidroutes.consent.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** What our own strict validation lets pass, because only ESIA can know it. */
class EsiaJudgesContentTest extends AnswerTest {

    private final ObjectNode claim = example();
    private final ObjectNode credit = (ObjectNode) claim.at("/claim_permissions/0");

    @Test
    void whenTheTypeOfConsentIsUnknownThenEsiaSaysSo() throws Exception {
        credit.put("sysname", "SPACE_TRAVEL");

        assertFault(answered(claim), "ESIA-036701", "Не найден тип согласия", "partner");
    }

    @Test
    void whenAnObligatoryScopeIsMissingThenEsiaSaysSo() throws Exception {
        credit.withArray("scopes").remove(0);

        assertFault(answered(claim), "ESIA-036702", "Не указан обязательный скоуп для типа согласия", "partner");
    }

    @Test
    void whenAScopeIsOutsideOfTheTypeThenEsiaSaysSo() throws Exception {
        credit.withArray("scopes").addObject().put("sysname", "children");

        assertFault(answered(claim), "ESIA-036703",
                "Указанные скоупы выходят за рамки разрешенных для типа согласия", "partner");
    }

    @Test
    void whenTheActionDoesNotExistThenEsiaSaysSo() throws Exception {
        credit.withArray("actions").addObject().put("sysname", "SELL_DATA");

        assertFault(answered(claim), "ESIA-036706", "Указанное действие не существует", "partner");
    }

    @Test
    void whenTheConsentIsAskedForTooLongThenEsiaSaysSo() throws Exception {
        credit.put("expire", 2_628_001);

        assertFault(answered(claim), "ESIA-036716",
                "Указано некорректное время истечения срока действия согласия", "partner");
    }

    @Test
    void whenThePurposeDoesNotExistThenEsiaSaysSo() throws Exception {
        credit.withArray("purposes").removeAll().addObject().put("sysname", "CURIOSITY");

        assertFault(answered(claim), "ESIA-036726", "Указанная цель не существует", "partner");
    }

    @Test
    void whenThereAreTwoPurposesThenEsiaSaysSo() throws Exception {
        credit.withArray("purposes").addObject().put("sysname", "SCORING");

        assertFault(answered(claim), "ESIA-036727", "Необходимо указать одну цель согласия", "partner");
    }

    @Test
    void whenNobodyHasThatAccountThenTheUserLearnsIt() throws Exception {
        claim.withObject("/person_data").put("person_oid", "1000320658");

        assertFault(answered(claim), "ESIA-020002", "Учетная запись не найдена", "user");
    }
}
