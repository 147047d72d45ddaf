package io.eidroutes.consent.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * What a schema cannot say. Every rule looks only at values of the right type: the schema has reported the others.
 * Of these, only that {@code expire} can be carried holds in both modes.
 */
final class ClaimRules {

    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final BigDecimal SMALLEST = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final int FOREIGN_DOCUMENT_LENGTH = 32;
    private static final String DOCUMENT = "/person_data/person_document";

    private final ValidationSettings settings;
    private final boolean strict;

    ClaimRules(ValidationSettings settings) {
        this.settings = settings;
        this.strict = settings.mode() == ValidationSettings.Mode.STRICT;
    }

    void check(JsonNode request, Violations violations) {
        JsonNode permissions = request.path("claim_permissions");
        for (int i = 0; permissions.isArray() && i < permissions.size(); i++) {
            expire(permissions.get(i).path("expire"), "/claim_permissions/" + i + "/expire", violations);
        }
        if (!strict) {
            return;
        }
        JsonNode person = request.path("person_data");
        oneIdentification(person, violations);
        if (settings.checkSnils()) {
            snils(person.path("snils"), violations);
        }
        if (settings.checkOgrn()) {
            ogrn(request.path("org_ogrn"), violations);
        }
        if (settings.checkDocuments()) {
            document(person.path("person_document"), violations);
        }
    }

    private void expire(JsonNode expire, String pointer, Violations violations) {
        if (!expire.isNumber()) {
            return;
        }
        BigDecimal minutes = expire.decimalValue();
        if (minutes.compareTo(LARGEST) > 0 || minutes.compareTo(SMALLEST) < 0) {
            violations.add(pointer, "expire-range", "The number of minutes must fit 64 bits.");
        } else if (minutes.stripTrailingZeros().scale() > 0) {
            violations.add(pointer, "expire-whole", "The number of minutes must be a whole number.");
        } else if (strict && minutes.signum() <= 0) {
            violations.add(pointer, "expire-positive", "The number of minutes must be above zero.");
        }
    }

    private static void oneIdentification(JsonNode person, Violations violations) {
        if (person.isObject() && !person.has("person_oid") && !person.has("snils") && !person.has("person_document")) {
            violations.add("/person_data", "one-identification",
                    "At least one of person_oid, snils and person_document is required.");
        }
    }

    private static void snils(JsonNode snils, Violations violations) {
        if (!snils.isTextual()) {
            return;
        }
        if (!CheckNumbers.isSnils(snils.textValue())) {
            violations.add("/person_data/snils", "snils-format", "СНИЛС is written NNN-NNN-NNN NN.");
        } else if (!CheckNumbers.hasSnilsCheckNumber(snils.textValue())) {
            violations.add("/person_data/snils", "snils-check-number", "The check number of СНИЛС is wrong.");
        }
    }

    private static void ogrn(JsonNode ogrn, Violations violations) {
        if (!ogrn.isTextual()) {
            return;
        }
        if (!CheckNumbers.isOgrn(ogrn.textValue())) {
            violations.add("/org_ogrn", "ogrn-format", "ОГРН has 13 digits, that of a sole trader 15.");
        } else if (!CheckNumbers.hasOgrnCheckDigit(ogrn.textValue())) {
            violations.add("/org_ogrn", "ogrn-check-digit", "The check digit of ОГРН is wrong.");
        }
    }

    private static void document(JsonNode document, Violations violations) {
        switch (document.path("type").asText()) {
            case "RF_PASSPORT" -> passport(document, 4, 6, violations);
            case "FRGN_PASS" -> passport(document, 2, 7, violations);
            case "FID_DOC" -> {
                foreign(document.path("series"), DOCUMENT + "/series", violations);
                foreign(document.path("number"), DOCUMENT + "/number", violations);
            }
            default -> {
                // The schema has reported it.
            }
        }
    }

    private static void passport(JsonNode document, int seriesDigits, int numberDigits, Violations violations) {
        JsonNode series = document.path("series");
        JsonNode number = document.path("number");
        if (series.isMissingNode()) {
            violations.add(DOCUMENT + "/series", "required", "A passport needs its series.");
        } else if (series.isTextual() && series.textValue().isBlank()) {
            violations.add(DOCUMENT + "/series", "blank", "A passport needs its series.");
        } else if (series.isTextual() && !hasDigits(series.textValue(), seriesDigits)) {
            violations.add(DOCUMENT + "/series", "passport-series",
                    "The series of a passport of this type has " + seriesDigits + " digits.");
        }
        if (number.isTextual() && !hasDigits(number.textValue(), numberDigits)) {
            violations.add(DOCUMENT + "/number", "passport-number",
                    "The number of a passport of this type has " + numberDigits + " digits.");
        }
    }

    private static void foreign(JsonNode text, String pointer, Violations violations) {
        if (text.isTextual() && text.textValue().codePointCount(0, text.textValue().length()) > FOREIGN_DOCUMENT_LENGTH) {
            violations.add(pointer, "length",
                    "The text must have at most " + FOREIGN_DOCUMENT_LENGTH + " characters.");
        }
    }

    private static boolean hasDigits(String text, int count) {
        return text.length() == count && DIGITS.matcher(text).matches();
    }
}
