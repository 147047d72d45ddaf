package io.eidroutes.identification.provider;

import java.util.Optional;

/**
 * The person whom a verified id_token names, before it is compared with the one asked for. Does not show itself in a log.
 *
 * @param subject   {@code sub}
 * @param iin       12 digits
 * @param requestId {@code idpc_verification.requestId}
 * @param phone     digits without {@code +}
 */
record VerifiedPerson(String subject, String iin, String requestId, Optional<String> phone) {

    @Override
    public String toString() {
        return "VerifiedPerson[]";
    }
}
