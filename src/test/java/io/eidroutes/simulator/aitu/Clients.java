package io.eidroutes.simulator.aitu;

import io.eidroutes.simulator.web.Request;
import java.util.Optional;

/** Who calls: the one service that is registered. */
final class Clients {

    private Clients() {
    }

    /** How a call authenticates. */
    static String method(Request request, Request.Parameters form) {
        boolean basic = request.header("Authorization").isPresent();
        boolean post = form.one("client_secret").isPresent();
        return basic && post ? "both" : basic ? "basic" : post ? "post" : "none";
    }

    /**
     * The client's credentials by HTTP Basic, or in the form.
     *
     * @throws OAuthError invalid_client, or invalid_request for two ways at once (RFC 6749 section 2.3)
     */
    static void authenticate(Request request, Request.Parameters form, Settings settings) {
        switch (method(request, form)) {
            case "both" -> throw OAuthError.badRequest("invalid_request", "two ways of client authentication");
            case "post" -> demand(form.one("client_id").equals(Optional.of(settings.clientId()))
                    && form.one("client_secret").equals(Optional.of(settings.clientSecret())));
            default -> basic(request, settings);
        }
    }

    /**
     * At an OAuth endpoint: id and secret were form-urlencoded first (RFC 6749 section 2.3.1).
     *
     * @throws OAuthError invalid_client
     */
    static void basic(Request request, Settings settings) {
        demand(request.basic().flatMap(Request.Credentials::formDecoded)
                .equals(Optional.of(new Request.Credentials(settings.clientId(), settings.clientSecret()))));
    }

    /**
     * At a method that is no OAuth endpoint: HTTP Basic as it is (RFC 7617).
     *
     * @throws OAuthError invalid_client
     */
    static void plain(Request request, Settings settings) {
        demand(request.basic().equals(Optional.of(new Request.Credentials(settings.clientId(), settings.clientSecret()))));
    }

    private static void demand(boolean known) {
        if (!known) {
            throw new OAuthError(401, "invalid_client", "client authentication failed");
        }
    }
}
