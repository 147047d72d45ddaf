package io.eidroutes.consent.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import io.eidroutes.failure.Violation;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** One wrong thing at a time: the refusal names its place, its rule and ESIA's code. */
class ClaimRefusalTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/consent/strict-refusals.csv", delimiter = '|', quoteCharacter = '`', numLinesToSkip = 1,
            maxCharsPerColumn = 8192)
    void whenStrictAndOneThingIsWrongThenItAloneIsNamed(String change, String pointer, String rule, String esiaCode) {
        assertNamed(Claims.strict(), change, pointer, rule, esiaCode);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/consent/structural-refusals.csv", delimiter = '|', quoteCharacter = '`', numLinesToSkip = 1)
    void whenStructuralAndOneThingIsWrongThenItAloneIsNamed(String change, String pointer, String rule, String esiaCode) {
        assertNamed(Claims.structural(), change, pointer, rule, esiaCode);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/consent/left-to-esia.csv", delimiter = '|', quoteCharacter = '`', numLinesToSkip = 1)
    void whenEsiaCanJudgeThenOnlyStrictRefuses(String change) {
        byte[] request = Claims.changed(change);

        assertThat(Claims.structural().validate(request).json()).isEqualTo(request);
        assertThat(Claims.refusal(Claims.strict(), request)).isNotNull();
    }

    @Test
    void whenSeveralThingsAreWrongThenAllAreNamedAtOnce() {
        byte[] request = Claims.changed(String.join(" ; ",
                "/routing_code = \"TEST\"", "- /person_data/last_name", "/person_data/snils = \"038-752-477 88\"",
                "/person_data/person_document/series = \"1\"", "/org_ogrn = \"1027700198768\"",
                "/claim_permissions/0/actions = []", "/claim_permissions/0/expire = 0", "/claim_permissions/0/x = 1",
                "/claim_permissions/1/purposes/0/sysname = \"\"", "/person_data/middle_name = \"\\u0001\""));

        assertThat(Claims.refusal(Claims.strict(), request).violations())
                .extracting(violation -> violation.pointer() + " " + violation.rule())
                .containsExactlyInAnyOrder(
                        "/routing_code enum", "/person_data/last_name required", "/person_data/snils snils-check-number",
                        "/person_data/person_document/series passport-series", "/org_ogrn ogrn-check-digit",
                        "/claim_permissions/0/actions empty-array", "/claim_permissions/0/expire expire-positive",
                        "/claim_permissions/0/x unknown-field", "/claim_permissions/1/purposes/0/sysname blank",
                        "/person_data/middle_name xml-character");
    }

    @Test
    void whenThousandsOfThingsAreWrongThenAThousandAreNamedAndThatThereAreMore() {
        byte[] request = Claims.changed("/claim_permissions = [" + "1,".repeat(5000) + "1]");

        assertThat(Claims.refusal(Claims.strict(), request).violations())
                .hasSize(1001).last().extracting(Violation::rule).isEqualTo("too-many");
    }

    @Test
    void whenNamesOfScopesAndSitesAreMixedUpThenTheRightNameIsSuggested() {
        byte[] request = Claims.changed(
                "/claim_permissions/0/scopes/0/require = true ; /claim_permissions/0/terms/0/required = true");

        assertThat(Claims.refusal(Claims.strict(), request).violations())
                .extracting(Violation::message)
                .containsExactlyInAnyOrder(
                        "The member is not known here; in a scope it is called \"required\".",
                        "The member is not known here; in sites and terms it is called \"require\".");
    }

    @Test
    void whenANameHoldsAControlCharacterThenItsObjectIsNamed() {
        byte[] request = Claims.bytes(new String(Claims.documented(), StandardCharsets.UTF_8)
                .replace("\"person_oid\"", "\"x\\u0001\\ud800\":{\"y\":1},\"person_oid\""));

        assertThat(Claims.refusal(Claims.strict(), request).violations())
                .extracting(violation -> violation.pointer() + " " + violation.rule())
                .containsExactly("/person_data xml-character");
    }

    private static void assertNamed(
            ClaimValidator validator, String change, String pointer, String rule, String esiaCode) {
        Failure failure = Claims.refusal(validator, Claims.changed(change));

        assertThat(failure.family()).isEqualTo(Family.VALIDATION);
        assertThat(failure.code()).isEqualTo("invalid-claim");
        assertThat(failure.violations()).hasSize(1);
        Violation violation = failure.violations().get(0);
        assertThat(violation.pointer()).isEqualTo(pointer);
        assertThat(violation.rule()).isEqualTo(rule);
        assertThat(violation.esiaCode()).isEqualTo(Optional.ofNullable(esiaCode));
        assertThat(violation.message()).endsWith(".").doesNotContain("Пет", "038", "2628", "1027", "1111");
    }
}
