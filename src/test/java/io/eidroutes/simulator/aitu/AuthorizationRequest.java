package io.eidroutes.simulator.aitu;

import java.util.Map;
import java.util.Optional;

/**
 * An authorization link that was found right.
 *
 * @param query as it came, for scenarios to look into
 * @param phone of the user: verified by the partner, given in the link, or the stand-in's own
 */
record AuthorizationRequest(String query, Map<String, String> parameters, String phone) {

    String redirectUri() {
        return parameters.get("redirect_uri");
    }

    String state() {
        return parameters.get("state");
    }

    Optional<String> one(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }

    boolean renewsRequestId() {
        return one("Refresh_request_id_coid").filter("true"::equals).isPresent();
    }
}
