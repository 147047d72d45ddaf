package io.eidroutes.identification.journey.privacy;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where something could be seen in an answer of ours to a browser: its URL, its headers, its body. Some spots are left
 * aside, since what must not be elsewhere has its place there.
 */
final class Spots {

    private Spots() {
    }

    /**
     * @param home     of the application
     * @param provider where the links to Aitu Passport lead
     * @param partner  the return URL
     */
    static List<String> of(HttpResponse<String> answer, String home, String provider, String partner) {
        List<String> spots = new ArrayList<>();
        spots.add(url(answer.uri().toString(), home, provider, partner));
        answer.headers().map().forEach((name, values) -> values.forEach(value -> spots.add(name + ": " + switch (name.toLowerCase(Locale.ROOT)) {
            case "location" -> url(value, home, provider, partner);
            // The cookie that binds an attempt to its browser is the secret that only this browser has.
            case "set-cookie" -> value.replaceFirst("^(eid-[^=]+)=[^;]*", "$1=");
            default -> value;
        })));
        spots.add(answer.body());
        return spots;
    }

    private static String url(String url, String home, String provider, String partner) {
        // The query of the callback is the provider's: code and state come in it by the protocol, and we send the browser
        // away from it at once.
        if (url.startsWith(home + "/aitu/callback?")) {
            return home + "/aitu/callback";
        }
        // The start URL is its ticket: whoever has it begins an attempt, and learns nothing by it.
        if (url.startsWith(home + "/identifications/start/")) {
            return home + "/identifications/start/";
        }
        // The link to the provider has the documented parameters: state, nonce, challenge, iin, phone, otp_confirmation.
        if (url.startsWith(provider + "/oauth2/auth?")) {
            return provider + "/oauth2/auth";
        }
        // The result ticket goes to the partner by the browser: good once, for minutes, for the partner's backend alone.
        if (url.startsWith(partner + "?")) {
            return url.replaceFirst("&result_ticket=[^&]*", "");
        }
        return url;
    }
}
