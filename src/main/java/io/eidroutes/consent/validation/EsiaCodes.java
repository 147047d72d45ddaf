package io.eidroutes.consent.validation;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The code that ESIA would have answered with, had the request reached it. From the table of error codes of ESIA's
 * claim-permissions service and its siblings; a violation that no code describes has none.
 */
final class EsiaCodes {

    private static final Pattern INDEX = Pattern.compile("/\\d+(?=/|$)");

    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("/claim_permissions/*/sysname required", "ESIA-036700"),
            Map.entry("/claim_permissions/*/sysname blank", "ESIA-036700"),
            Map.entry("/claim_permissions/*/actions required", "ESIA-036705"),
            Map.entry("/claim_permissions/*/actions empty-array", "ESIA-036705"),
            Map.entry("/claim_permissions/*/purposes required", "ESIA-036707"),
            Map.entry("/claim_permissions/*/purposes empty-array", "ESIA-036707"),
            Map.entry("/claim_permissions/*/expire expire-positive", "ESIA-036716"),
            Map.entry("/claim_permissions/*/expire expire-whole", "ESIA-036716"),
            Map.entry("/claim_permissions/*/expire expire-range", "ESIA-036716"),
            Map.entry("/person_data/last_name required", "ESIA-030002"),
            Map.entry("/person_data/last_name blank", "ESIA-030002"),
            Map.entry("/person_data/first_name required", "ESIA-030002"),
            Map.entry("/person_data/first_name blank", "ESIA-030002"),
            Map.entry("/person_data/snils snils-check-number", "ESIA-036102"),
            Map.entry("/person_data/person_document/series required", "ESIA-033001"),
            Map.entry("/person_data/person_document/series blank", "ESIA-033001"),
            Map.entry("/person_data/person_document/number required", "ESIA-033002"),
            Map.entry("/person_data/person_document/number blank", "ESIA-033002"),
            Map.entry("/person_data/person_document/type required", "ESIA-033010"),
            Map.entry("/person_data/person_document/type enum", "ESIA-033010"));

    private EsiaCodes() {
    }

    static Optional<String> of(String pointer, String rule) {
        return Optional.ofNullable(CODES.get(INDEX.matcher(pointer).replaceAll("/*") + " " + rule));
    }
}
