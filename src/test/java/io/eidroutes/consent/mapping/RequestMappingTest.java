package io.eidroutes.consent.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.eidroutes.consent.validation.Claims;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** Every field arrives, in its place and as it was. */
class RequestMappingTest {

    private final RequestMapping mapping = Mappings.request();
    private final RequestSchema schema = Mappings.requestSchema();

    @Test
    void whenEveryFieldIsGivenThenEveryFieldArrivesInOrder() {
        byte[] xml = mapping.map(Claims.everyField());

        String expected = new String(Claims.file("every-field-request.xml"), StandardCharsets.UTF_8)
                .replaceAll(">\\s+<", "><").strip();
        assertThat(new String(xml, StandardCharsets.UTF_8)).isEqualTo(expected);
        assertThatCode(() -> schema.check(xml)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "  leading and trailing  ", "]]>", "<b>&amp;</b>", "a\rb", "a\r\nb", "a\nb", "a\tb", "\t", "\uD83D\uDE00 \uD842\uDFB7",
            "\\ / \\u0041 \\n", "\"quoted\" 'single'", "\u0085\u2028\u00A0\u200B\uFEFF", "e\u0301 \u00E9", "\uFFFD", "\u007F\u009F",
            "{json} {$json} {{x}}", "%20&#xD;", ""})
    void whenATextIsUnusualThenItArrivesUnaltered(String text) throws Exception {
        byte[] json = Claims.changed("/claim_permissions/0/responsible_object = "
                + new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(text));

        byte[] xml = mapping.map(json);

        assertThat(text(xml, "responsibleObject")).isEqualTo(text);
        assertThatCode(() -> schema.check(xml)).doesNotThrowAnyException();
    }

    @Test
    void whenATextIsEscapedInTheJsonThenItsCharactersArrive() throws Exception {
        byte[] xml = mapping.map(Claims.changed(
                "/claim_permissions/0/responsible_object = \"\\u0418\\ud83d\\ude00\\\\u0041\\/\\r\\n\\t\""));

        assertThat(text(xml, "responsibleObject")).isEqualTo("И\uD83D\uDE00\\u0041/\r\n\t");
    }

    @ParameterizedTest
    @CsvSource({
            "1, 1", "9223372036854775807, 9223372036854775807", "-9223372036854775808, -9223372036854775808",
            "2628000.0, 2628000", "2.628E6, 2628000", "2.628e+06, 2628000", "26280000e-1, 2628000", "-2.5e1, -25",
            "9.223372036854775807e18, 9223372036854775807", "0.0, 0", "-0.0, 0", "0e999999999, 0",
            "9007199254740993, 9007199254740993"})
    void whenExpireIsAWholeNumberThenItArrivesWithoutLoss(String number, String expected) throws Exception {
        byte[] xml = mapping.map(Claims.changed("/claim_permissions/0/expire = " + number));

        assertThat(text(xml, "expire")).isEqualTo(expected);
        assertThatCode(() -> schema.check(xml)).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/consent/left-to-esia.csv", delimiter = '|', quoteCharacter = '`', numLinesToSkip = 1)
    void whenEsiaIsLeftToJudgeThenTheXmlCanCarryIt(String change) {
        byte[] json = Claims.structural().validate(Claims.changed(change)).json();

        assertThatCode(() -> schema.check(mapping.map(json))).doesNotThrowAnyException();
    }

    @Test
    void whenUnknownMembersAreIgnoredThenTheyDoNotArrive() {
        byte[] plain = mapping.map(Claims.everyField());

        assertThat(mapping.map(Claims.changed("/comment = \"x\" ; /person_data/sysname = \"y\""))).isEqualTo(plain);
    }

    private static String text(byte[] xml, String element) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        return document.getElementsByTagNameNS("*", element).item(0).getTextContent();
    }
}
