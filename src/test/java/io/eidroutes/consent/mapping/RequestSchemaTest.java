package io.eidroutes.consent.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.eidroutes.consent.validation.Claims;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** XML that does not match the schema is not sent, and the log says where without saying what. */
@ExtendWith(OutputCaptureExtension.class)
class RequestSchemaTest {

    private final RequestSchema schema = Mappings.requestSchema();

    @ParameterizedTest
    @CsvSource({
            "<RoutingCode>DEV</RoutingCode>, ''",
            "<RoutingCode>DEV, <RoutingCode>TEST",
            "<orgOgrn>1027700198767</orgOgrn>, <orgOgrn>1027700198767</orgOgrn><more/>",
            "<expire>2628000</expire>, <expire>26.5</expire>",
            "<required>true</required>, <required>yes</required>",
            "<snils>, <snils xmlns=''>",
            "<snils>, <snils a='b'>",
            "claim_person_permissions/1.0.2, claim_person_permissions/1.0.3"})
    void whenTheXmlDoesNotMatchThenRefused(String part, String instead) {
        assertThat(refusal(xml().replace(part, instead)).getMessage()).isEqualTo("validation EID-MAPPING");
    }

    @Test
    void whenTheXmlDoesNotMatchThenThePathIsLoggedAndNoValue(CapturedOutput output) {
        refusal(xml().replace("<type>", "<kind>Петров</kind><type>"));

        assertThat(output).contains("at /ClaimPersonPermissionsRequest/personData/personDocument/kind")
                .doesNotContain("Петров").doesNotContain("cvc-");
    }

    @Test
    void whenTheXmlHasADoctypeThenRefused(CapturedOutput output) {
        refusal("<!DOCTYPE x SYSTEM 'file:///etc/hostname'>" + xml());

        assertThat(output).doesNotContain("DOCTYPE").doesNotContain("hostname");
    }

    private Failure refusal(String xml) {
        Failure failure = catchThrowableOfType(Failure.class,
                () -> schema.check(xml.getBytes(StandardCharsets.UTF_8)));
        assertThat(failure.family()).isEqualTo(Family.VALIDATION);
        assertThat(failure.code()).isEqualTo("EID-MAPPING");
        return failure;
    }

    private static String xml() {
        return new String(Claims.file("every-field-request.xml"), StandardCharsets.UTF_8);
    }
}
