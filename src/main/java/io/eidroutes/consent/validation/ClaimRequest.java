package io.eidroutes.consent.validation;

import java.util.List;

/**
 * A request for claim permissions that passed validation.
 *
 * @param routingCode   {@code DEV}, {@code UAT}, {@code TESIA}, {@code TCOD} or {@code PROD}
 * @param orgOgrn       the organisation's ОГРН as it was given
 * @param json          the accepted bytes, UTF-8, exactly as they came but without a byte order mark; not to be changed
 * @param ignoredFields JSON Pointers of the members that are not sent on, in the order they came
 */
public record ClaimRequest(String routingCode, String orgOgrn, byte[] json, List<String> ignoredFields) {

    public ClaimRequest {
        ignoredFields = List.copyOf(ignoredFields);
    }

    /** Leaves out the request itself, which is personal, and the names of unknown members, which may be. */
    @Override
    public String toString() {
        return "ClaimRequest[" + routingCode + ", " + json.length + " bytes, " + ignoredFields.size() + " ignored]";
    }
}
