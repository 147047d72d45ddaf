package io.eidroutes.identification.provider;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;

/** URLs with a query in which everything but the unreserved characters of RFC 3986 is percent-encoded. */
final class Queries {

    private Queries() {
    }

    static URI with(URI url, Map<String, String> query) {
        return URI.create(url + (url.getRawQuery() == null ? "?" : "&") + query.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&")));
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
