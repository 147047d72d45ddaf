package io.eidroutes.consent.validation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a request for claim permissions is checked before it is accepted.
 *
 * @param mode           how much is judged here and how much is left to ESIA
 * @param unknownFields  what happens to a member that the documentation does not name
 * @param checkSnils     check the format and check number of {@code snils}; strict mode only
 * @param checkOgrn      check the format and check digit of {@code org_ogrn}; strict mode only
 * @param checkDocuments check series and number by the type of document; strict mode only
 * @param maxBytes       longest body in bytes
 * @param maxDepth       deepest nesting of objects and arrays
 * @param maxTokens      most brackets, names and values in one body; bounds the work of a check. The documented example has about 150
 */
@Validated
@ConfigurationProperties("eid.consent.validation")
public record ValidationSettings(
        @NotNull @DefaultValue("strict") Mode mode,
        @NotNull @DefaultValue("refuse") UnknownFields unknownFields,
        @DefaultValue("true") boolean checkSnils,
        @DefaultValue("true") boolean checkOgrn,
        @DefaultValue("true") boolean checkDocuments,
        @Min(1024) @Max(16 * 1024 * 1024) @DefaultValue("1048576") int maxBytes,
        @Min(8) @Max(500) @DefaultValue("32") int maxDepth,
        @Min(500) @Max(1_000_000) @DefaultValue("20000") int maxTokens) {

    /** How much is judged here. */
    public enum Mode {
        /** Everything that the documentation states is checked before anything is sent. */
        STRICT,
        /** Only what the XML needs is checked; ESIA judges the rest and answers with its own codes. */
        STRUCTURAL
    }

    /** What happens to a member that the documentation does not name. */
    public enum UnknownFields {
        /** The request is refused. */
        REFUSE,
        /** The member is not sent on; its pointer is in {@link ClaimRequest#ignoredFields()}. */
        IGNORE
    }
}
