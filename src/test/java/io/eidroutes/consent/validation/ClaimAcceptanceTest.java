package io.eidroutes.consent.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.consent.validation.ValidationSettings.Mode;
import io.eidroutes.consent.validation.ValidationSettings.UnknownFields;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is right is accepted as it came. */
class ClaimAcceptanceTest {

    @Test
    void whenTheDocumentedExampleThenAcceptedByteForByte() {
        ClaimRequest request = Claims.strict().validate(Claims.documented());

        assertThat(request.routingCode()).isEqualTo("DEV");
        assertThat(request.orgOgrn()).isEqualTo("1027700198767");
        assertThat(request.json()).isEqualTo(Claims.documented());
        assertThat(request.ignoredFields()).isEmpty();
    }

    @Test
    void whenOnlyWhatIsRequiredIsGivenThenAccepted() {
        byte[] minimal = Claims.bytes("""
                {"routing_code":"PROD","person_data":{"person_oid":"1","last_name":"А","first_name":"Б"},
                 "org_ogrn":"1027700198767",
                 "claim_permissions":[{"sysname":"C","purposes":[{"sysname":"P"}],"actions":[{"sysname":"A"}]}]}""");

        assertThat(Claims.strict().validate(minimal).json()).isEqualTo(minimal);
        assertThat(Claims.structural().validate(minimal).json()).isEqualTo(minimal);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "/person_data/snils = \"000-000-600 06\"",
            "/person_data/snils = \"001-001-998 99\"",
            "/person_data/snils = \"112-233-445 95\"",
            "- /person_data/person_oid ; - /person_data/snils",
            "- /person_data/person_oid ; - /person_data/person_document",
            "/org_ogrn = \"304500116000157\"",
            "/person_data/person_document = {\"type\":\"FRGN_PASS\",\"series\":\"11\",\"number\":\"1234567\"}",
            "/person_data/person_document = {\"type\":\"FID_DOC\",\"number\":\"AB-№ 12345678901234567890123456\"}",
            "/person_data/middle_name = \"\"",
            "- /person_data/middle_name",
            "/person_data/last_name = \"\\ud83d\\ude00 О'Коннор-Д\\u2019Арк\"",
            "/claim_permissions/0/sysname = \"@256\"",
            "/claim_permissions/0/scopes/0/description = \"@4000\"",
            "/claim_permissions/0/terms/0/require_reason = \"@512\"",
            "/claim_permissions/0/expire = 1",
            "/claim_permissions/0/expire = 9223372036854775807",
            "/claim_permissions/0/expire = 2628000.0",
            "/claim_permissions/0/expire = 2.628E+6"
    })
    void whenTheDocumentationAllowsItThenAccepted(String change) {
        byte[] request = Claims.changed(change);

        assertThat(Claims.strict().validate(request).json()).isEqualTo(request);
    }

    @Test
    void whenAByteOrderMarkComesFirstThenItIsLeftOut() {
        byte[] marked = Claims.bytes("\uFEFF" + new String(Claims.documented(), StandardCharsets.UTF_8));

        assertThat(Claims.strict().validate(marked).json()).isEqualTo(Claims.documented());
    }

    @Test
    void whenFormatsAreSwitchedOffThenTheyAreLeftToEsia() {
        ClaimValidator lenient = new ClaimValidator(new ValidationSettings(
                Mode.STRICT, UnknownFields.REFUSE, false, false, false, 1024 * 1024, 32, 20_000));
        byte[] request = Claims.changed(
                "/person_data/snils = \"1\" ; /org_ogrn = \"2\" ; /person_data/person_document/series = \"A\"");

        assertThat(lenient.validate(request).json()).isEqualTo(request);
    }

    @Test
    void whenUnknownMembersAreIgnoredThenEachIsTold() {
        ClaimValidator ignoring = new ClaimValidator(Claims.settings(Mode.STRICT, UnknownFields.IGNORE));
        byte[] request = Claims.changed("/a~1b = [1] ; /claim_permissions/0/scopes/1/x = {\"y\":1}");

        assertThat(ignoring.validate(request).ignoredFields())
                .containsExactlyInAnyOrder("/a~1b", "/claim_permissions/0/scopes/1/x");
    }

    @Test
    void whenUnknownMembersAreIgnoredThenAMixedUpRequireIsStillRefused() {
        ClaimValidator ignoring = new ClaimValidator(Claims.settings(Mode.STRICT, UnknownFields.IGNORE));

        assertThat(Claims.refusal(ignoring, Claims.changed("/claim_permissions/0/sites/0/required = true")).violations())
                .extracting(violation -> violation.pointer() + " " + violation.rule())
                .containsExactly("/claim_permissions/0/sites/0/required unknown-field");
    }
}
