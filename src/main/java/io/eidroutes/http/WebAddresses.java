package io.eidroutes.http;

import java.net.URI;
import java.util.Set;

/** What an address in the settings must look like. */
public final class WebAddresses {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private WebAddresses() {
    }

    /** An absolute http or https URL that a path can be put behind. */
    public static boolean isBase(URI url) {
        return isWeb(url) && url.getRawQuery() == null && url.getRawUserInfo() == null;
    }

    /** An address that personal data may be sent to: encrypted on the way, or within this machine. */
    public static boolean isPrivate(URI url) {
        return isWeb(url) && url.getRawUserInfo() == null
                && ("https".equals(url.getScheme()) || LOOPBACK.contains(url.getHost()));
    }

    private static boolean isWeb(URI url) {
        return url.getHost() != null && url.getRawFragment() == null
                && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()));
    }
}
