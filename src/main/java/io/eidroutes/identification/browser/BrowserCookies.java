package io.eidroutes.identification.browser;

import io.eidroutes.identification.RandomToken;
import io.eidroutes.identification.StartedAttempt;
import java.time.Duration;

/**
 * The cookie that binds an attempt to its browser: one of its own for each, so that two tabs do not disturb one another.
 * Its name comes from the {@code state}, of which it tells nothing. Where browsers come by TLS it is a {@code __Host-}
 * cookie, which neither a sibling domain nor plain HTTP can set (RFC 6265bis §4.1.3.2).
 */
final class BrowserCookies {

    private static final int NAME_LENGTH = 16;

    private final boolean secure;

    BrowserCookies(boolean secure) {
        this.secure = secure;
    }

    String name(RandomToken state) {
        return (secure ? "__Host-eid-" : "eid-") + state.digest().substring(0, NAME_LENGTH);
    }

    String set(StartedAttempt attempt, Duration life) {
        return cookie(attempt.state(), attempt.browser().text(), life.toSeconds());
    }

    String delete(RandomToken state) {
        return cookie(state, "", 0);
    }

    private String cookie(RandomToken state, String value, long seconds) {
        return name(state) + "=" + value + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=Lax"
                + (secure ? "; Secure" : "");
    }
}
