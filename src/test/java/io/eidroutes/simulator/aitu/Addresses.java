package io.eidroutes.simulator.aitu;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Parameters on a URL. */
final class Addresses {

    private Addresses() {
    }

    /** @param twice names whose parameter comes two times */
    static String with(String uri, Map<String, String> parameters, List<String> twice) {
        List<String> pairs = new ArrayList<>();
        parameters.forEach((name, value) -> {
            String pair = encode(name) + "=" + encode(value);
            pairs.add(pair);
            if (twice.contains(name)) {
                pairs.add(pair);
            }
        });
        return pairs.isEmpty() ? uri : uri + (uri.contains("?") ? "&" : "?") + String.join("&", pairs);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
