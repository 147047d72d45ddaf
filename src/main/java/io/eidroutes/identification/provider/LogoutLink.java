package io.eidroutes.identification.provider;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Builds the link that ends the user's session at Aitu Passport: {@code GET {base}/sessions/logout}. The browser is sent
 * back to addresses of {@code eid.aitu.post-logout-redirect-uris} alone.
 */
public final class LogoutLink {

    private final AituSettings settings;

    LogoutLink(AituSettings settings) {
        this.settings = settings;
    }

    /**
     * The link. It holds the id_token: it is for the browser alone.
     *
     * @throws IllegalArgumentException when the address to go back to is none of the settings'; it is not repeated
     */
    public URI to(Optional<String> idToken, Optional<URI> postLogoutRedirectUri, Optional<String> state) {
        if (postLogoutRedirectUri.isPresent() && !settings.postLogoutRedirectUris().contains(postLogoutRedirectUri.get())) {
            throw new IllegalArgumentException("The address is not among eid.aitu.post-logout-redirect-uris");
        }
        Map<String, String> query = new LinkedHashMap<>();
        idToken.ifPresent(token -> query.put("id_token_hint", token));
        postLogoutRedirectUri.ifPresent(url -> query.put("post_logout_redirect_uri", url.toString()));
        state.ifPresent(value -> query.put("state", value));
        URI logout = settings.url(settings.logoutPath());
        return query.isEmpty() ? logout : Queries.with(logout, query);
    }
}
