package io.eidroutes.consent.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** ESIA's answer becomes the documented one, or is called unreadable. */
@ExtendWith(OutputCaptureExtension.class)
class ResponseMappingTest {

    private static final String NAMESPACE = "urn://mincomsvyaz/esia/claim_person_permissions/1.0.2";
    private static final String FAULT = "<status>FAULT</status>";
    private static final String ERROR =
            "<errorStatusInfo><Code>ESIA-036700</Code><Message>Не указана мнемоника типа согласия</Message></errorStatusInfo>";

    private final ResponseMapping mapping = Mappings.response();

    @Test
    void whenSucceededThenTheDocumentedExampleComesOut() {
        EsiaAnswer answer = map("<status>SUCCEEDED</status><personOid>1000320657</personOid>");

        assertThat(answer.json()).isEqualTo("{\"status\":\"SUCCEEDED\",\"person_oid\":\"1000320657\"}");
        assertThat(answer.status()).isEqualTo("SUCCEEDED");
        assertThat(answer.personOid()).contains("1000320657");
        assertThat(answer.errors()).isEmpty();
    }

    @Test
    void whenFaultThenItsErrorComesOut() {
        assertThat(map(FAULT + ERROR).json()).isEqualTo("{\"status\":\"FAULT\",\"error_status_info\":"
                + "{\"code\":\"ESIA-036700\",\"message\":\"Не указана мнемоника типа согласия\"}}");
    }

    @Test
    void whenThereAreSeveralErrorsThenTheFirstIsPublishedAndAllAreKept() {
        String second = "<errorStatusInfo><Code>X-1</Code><Message> два  \"слова\" </Message></errorStatusInfo>";

        EsiaAnswer answer = map(FAULT + "<personOid>7</personOid>" + ERROR + second);

        assertThat(answer.json()).isEqualTo("{\"status\":\"FAULT\",\"person_oid\":\"7\",\"error_status_info\":"
                + "{\"code\":\"ESIA-036700\",\"message\":\"Не указана мнемоника типа согласия\"}}");
        assertThat(answer.errors()).containsExactly(
                new Failure.Reported("ESIA-036700", "Не указана мнемоника типа согласия"),
                new Failure.Reported("X-1", " два  \"слова\" "));
    }

    @Test
    void whenNamesDifferInPrefixCaseAndNamespaceThenTheyAreRead() {
        EsiaAnswer answer = mapping.map(bytes("<?xml version='1.0'?>\n<q:claimPersonPermissionsResponse xmlns:q='urn:other'>\n"
                + "  <q:Status>\n FAULT </q:Status>\n <PersonOid>7</PersonOid>\n"
                + "  <q:ErrorStatusInfo><code>ESIA-000001</code><message>Внутренняя ошибка</message></q:ErrorStatusInfo>\n"
                + "  <q:more>left out</q:more>\n</q:claimPersonPermissionsResponse>\n"));

        assertThat(answer.json()).isEqualTo("{\"status\":\"FAULT\",\"person_oid\":\"7\",\"error_status_info\":"
                + "{\"code\":\"ESIA-000001\",\"message\":\"Внутренняя ошибка\"}}");
    }

    @Test
    void whenAnErrorHasNoMessageThenItsCodeIsNotLost() {
        assertThat(map(FAULT + "<errorStatusInfo><Code>ESIA-1</Code></errorStatusInfo>").json())
                .isEqualTo("{\"status\":\"FAULT\",\"error_status_info\":{\"code\":\"ESIA-1\",\"message\":\"\"}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", "<status/>", "<status>OK</status>", "<status>succeeded</status>", FAULT,
            "<status>FAULT</status><errorStatusInfo><Message>m</Message></errorStatusInfo>",
            "<status>SUCCEEDED</status><status>FAULT</status>",
            "<status>SUCCEEDED</status><personOid>1</personOid><personOid>2</personOid>",
            "<a><status>SUCCEEDED</status></a>"})
    void whenThereIsNoOneStatusThenUnreadable(String content) {
        assertUnreadable(response(content));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", "text", "<a", "{}", "<ClaimPersonPermissionsRequest/>",
            "<x><ClaimPersonPermissionsResponse><status>SUCCEEDED</status></ClaimPersonPermissionsResponse></x>",
            "<!DOCTYPE a [<!ENTITY e 'SUCCEEDED'>]><ClaimPersonPermissionsResponse><status>&e;</status></ClaimPersonPermissionsResponse>",
            "<!DOCTYPE ClaimPersonPermissionsResponse><ClaimPersonPermissionsResponse><status>SUCCEEDED</status></ClaimPersonPermissionsResponse>"})
    void whenTheContentIsNotAResponseThenUnreadable(String content, CapturedOutput output) {
        assertUnreadable(bytes(content));
        assertThat(output.getAll()).isEmpty();
    }

    @Test
    void whenTheContentIsTooDeepOrTooLongThenUnreadable() {
        assertUnreadable(response("<status>SUCCEEDED</status>" + "<a>".repeat(40) + "</a>".repeat(40)));
        assertUnreadable(response("<status>SUCCEEDED</status>" + " ".repeat(1024 * 1024)));
    }

    @Test
    void whenAnAnswerIsPrintedThenNothingPersonalIsShown() {
        assertThat(map("<status>SUCCEEDED</status><personOid>1000320657</personOid>"))
                .hasToString("EsiaAnswer[SUCCEEDED, 0 errors]");
    }

    private EsiaAnswer map(String content) {
        return mapping.map(response(content));
    }

    private void assertUnreadable(byte[] content) {
        Failure failure = catchThrowableOfType(Failure.class, () -> mapping.map(content));

        assertThat(failure.family()).isEqualTo(Family.ESIA);
        assertThat(failure.code()).isEqualTo("EID-UNREADABLE-ANSWER");
    }

    private static byte[] response(String content) {
        return bytes("<ClaimPersonPermissionsResponse xmlns='" + NAMESPACE + "'>" + content
                + "</ClaimPersonPermissionsResponse>");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
