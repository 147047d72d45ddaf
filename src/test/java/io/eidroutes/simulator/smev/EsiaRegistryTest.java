package io.eidroutes.simulator.smev;

import static io.eidroutes.simulator.smev.HandMade.claim;
import static io.eidroutes.simulator.smev.HandMade.permission;
import static io.eidroutes.simulator.smev.HandMade.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

class EsiaRegistryTest {

    private static final String PERSON = person("1000320657", "Петров", "");
    private static final String GOOD = permission("CREDIT", "2628000", "fullname", "CREDIT", "USE_DATA");

    @ParameterizedTest
    @CsvSource({
        "ESIA-036700, '',            1000, fullname,        CREDIT,           USE_DATA",
        "ESIA-036701, NO_SUCH_TYPE,  1000, fullname,        CREDIT,           USE_DATA",
        "ESIA-036702, CREDIT_REPORT, 1000, fullname,        CREDIT_REPORT,    USE_DATA",
        "ESIA-036703, CREDIT,        1000, 'fullname,car',  CREDIT,           USE_DATA",
        "ESIA-036704, MARKETING,     1000, fullname,        MARKETING,        USE_DATA",
        "ESIA-036705, CREDIT,        1000, fullname,        CREDIT,           ''",
        "ESIA-036706, CREDIT,        1000, fullname,        CREDIT,           SELL_DATA",
        "ESIA-036707, CREDIT,        1000, fullname,        '',               USE_DATA",
        "ESIA-036716, CREDIT,        0,    fullname,        CREDIT,           USE_DATA",
        "ESIA-036716, CREDIT_REPORT, 2628000, 'fullname,id_doc', CREDIT_REPORT, USE_DATA",
        "ESIA-036716, CREDIT,        soon, fullname,        CREDIT,           USE_DATA",
        "ESIA-036726, CREDIT,        1000, fullname,        WHIM,             USE_DATA",
        "ESIA-036727, CREDIT,        1000, fullname,        'CREDIT,SCORING', USE_DATA",
    })
    void whenAPermissionIsWrongThenItsCode(String code, String type, String expire, String scopes, String purposes, String actions) {
        assertThat(judged(claim(PERSON, GOOD + permission(type, expire, scopes, purposes, actions)))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "ESIA-030002, 1000320657, '',     ''",
        "ESIA-020002, 1000000000, Петров, ''",
        "ESIA-020002, 1000320657, Петров, 'RF_PASSPORT,1111,222223'",
        "ESIA-033001, 1000320657, Петров, 'RF_PASSPORT,,222222'",
        "ESIA-033002, 1000320657, Петров, 'RF_PASSPORT,1111,'",
        "ESIA-033010, 1000320657, Петров, 'LIBRARY_CARD,1111,222222'",
        "'',          1000320657, Петров, 'RF_PASSPORT,1111,222222'",
        "'',          1000444002, Ли,     'FID_DOC,,AB-4455667'",
    })
    void whenThePersonIsWrongThenItsCode(String code, String oid, String lastName, String document) {
        String[] parts = document.split(",", -1);
        String xml = document.isEmpty() ? "" : "<ns3:personDocument><ns3:type>" + parts[0] + "</ns3:type><ns3:series>" + parts[1]
                + "</ns3:series><ns3:number>" + parts[2] + "</ns3:number></ns3:personDocument>";

        assertThat(judged(claim(person(oid, lastName, xml), GOOD))).isEqualTo(code);
    }

    @Test
    void whenTheSnilsDoesNotAddUpThenItsCode() {
        String named = "<ns3:lastName>Петров</ns3:lastName><ns3:firstName>Пётр</ns3:firstName>";

        assertThat(judged(claim("<ns3:snils>038-752-477 88</ns3:snils>" + named, GOOD))).isEqualTo("ESIA-036102");
        assertThat(judged(claim("<ns3:snils>038-752-477 87</ns3:snils>" + named, GOOD))).isEmpty();
        assertThat(judged(claim("<ns3:snils>000-000-600 06</ns3:snils>" + named, GOOD))).isEmpty();
        assertThat(judged(claim(named, GOOD))).isEqualTo("ESIA-020002");
    }

    private static String judged(String xml) {
        Element root = Xml.parse(xml.getBytes(StandardCharsets.UTF_8)).orElseThrow().getDocumentElement();
        assertThat(Claim.violation(root)).isEmpty();
        EsiaRegistry.Verdict verdict = new EsiaRegistry().judge(Claim.of(root));
        assertThat(verdict.personOid().isEmpty()).isEqualTo(!verdict.errors().isEmpty());
        return verdict.errors().stream().map(EsiaError::code).findFirst().orElse("");
    }
}
