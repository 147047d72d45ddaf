package io.eidroutes.http;

import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Violation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a request body calls itself. */
public final class MediaTypes {

    private MediaTypes() {
    }

    /**
     * Refuses anything that does not call itself JSON in UTF-8.
     *
     * @throws Failure validation {@code unsupported-media-type}
     */
    public static void requireJson(Optional<String> contentType) {
        String type = contentType.orElse("").toLowerCase(Locale.ROOT).replace(" ", "");
        String[] parts = type.split(";", 2);
        boolean json = parts[0].equals("application/json") || parts[0].matches("application/[a-z0-9.-]+\\+json");
        boolean utf8 = parts.length == 1 || !parts[1].contains("charset=")
                || parts[1].replace("\"", "").contains("charset=utf-8");
        if (!json || !utf8) {
            throw Failure.refused("unsupported-media-type",
                    List.of(Violation.of("", "media-type", "Send application/json in UTF-8.")));
        }
    }
}
