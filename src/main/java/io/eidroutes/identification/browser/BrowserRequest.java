package io.eidroutes.identification.browser;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.component.platform.http.springboot.PlatformHttpMessage;

/**
 * A browser's request, as the server has it. Camel's headers would not do: there, a parameter of the query that is called
 * like a header, {@code Cookie} say, stands beside it.
 */
final class BrowserRequest {

    /** Of the pages; Kazakhstan's languages first. */
    private static final Set<String> LANGUAGES = Set.of("ru", "kk", "en");
    private static final String DEFAULT_LANGUAGE = "ru";

    private final HttpServletRequest request;

    private BrowserRequest(HttpServletRequest request) {
        this.request = request;
    }

    static BrowserRequest of(Exchange exchange) {
        return new BrowserRequest(exchange.getMessage(PlatformHttpMessage.class).getRequest());
    }

    boolean isPost() {
        return request.getMethod().equals("POST");
    }

    /** The last segment of the path, as it was sent. */
    String lastSegment() {
        String path = request.getRequestURI();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    Optional<String> query() {
        return Optional.ofNullable(request.getQueryString());
    }

    /** The value of a cookie; of two with that name the first. */
    Optional<String> cookie(String name) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Cookie cookie : Optional.ofNullable(request.getCookies()).orElse(new Cookie[0])) {
            values.putIfAbsent(cookie.getName(), cookie.getValue());
        }
        return Optional.ofNullable(values.get(name));
    }

    /** Whether the browser only looks ahead (W3C Resource Hints, {@code Sec-Purpose}, and what came before it). */
    boolean isPrefetch() {
        return Set.of("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz").stream()
                .flatMap(name -> Optional.ofNullable(request.getHeader(name)).stream())
                .map(value -> value.toLowerCase(Locale.ROOT))
                .anyMatch(value -> value.contains("prefetch") || value.contains("prerender") || value.contains("preview"));
    }

    /** The first language of ours that the browser accepts. */
    String language() {
        return languageOf(request);
    }

    static String languageOf(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            // The server would name the language of its own machine.
            return DEFAULT_LANGUAGE;
        }
        return Collections.list(request.getLocales()).stream().map(Locale::getLanguage).filter(LANGUAGES::contains)
                .findFirst().orElse(DEFAULT_LANGUAGE);
    }

    static Optional<String> language(Optional<String> text) {
        return text.filter(LANGUAGES::contains);
    }
}
