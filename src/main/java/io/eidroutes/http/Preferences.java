package io.eidroutes.http;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What a caller prefers, from the {@code Prefer} header (RFC 7240 §4.1 {@code respond-async}, §4.3 {@code wait}).
 * A preference that cannot be read is ignored, as RFC 7240 §2 asks.
 *
 * @param respondAsync the caller would rather have 202 than wait
 * @param longestWait  how long the caller will wait
 */
public record Preferences(boolean respondAsync, Optional<Duration> longestWait) {

    private static final int LONGEST_HEADER = 500;

    public static Preferences of(Optional<String> prefer) {
        boolean respondAsync = false;
        Optional<Duration> wait = Optional.empty();
        String header = prefer.filter(value -> value.length() <= LONGEST_HEADER).orElse("");
        for (String preference : header.split(",")) {
            String token = preference.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
            if (token.equals("respond-async")) {
                respondAsync = true;
            } else if (token.startsWith("wait")) {
                // The first one counts when a preference is repeated (RFC 7240 §2).
                wait = wait.or(() -> seconds(token.substring("wait".length()).trim()));
            }
        }
        return new Preferences(respondAsync, wait);
    }

    /**
     * How long to wait in fact: as asked, else the default, never above the maximum. {@code respond-async} alone means
     * not at all; with {@code wait} it means up to then.
     */
    public Duration waiting(Duration byDefault, Duration atMost) {
        Duration asked = longestWait.orElse(respondAsync ? Duration.ZERO : byDefault);
        return asked.compareTo(atMost) > 0 ? atMost : asked;
    }

    /** The value of {@code Preference-Applied} for that waiting time (RFC 7240 §3); empty when nothing was preferred. */
    public Optional<String> applied(Duration waiting) {
        if (longestWait.isPresent()) {
            return Optional.of((respondAsync ? "respond-async, " : "") + "wait=" + waiting.toSeconds());
        }
        return respondAsync ? Optional.of("respond-async") : Optional.empty();
    }

    private static Optional<Duration> seconds(String assignment) {
        String digits = assignment.startsWith("=") ? assignment.substring(1).trim().replace("\"", "") : "";
        return digits.matches("\\d{1,9}") ? Optional.of(Duration.ofSeconds(Long.parseLong(digits))) : Optional.empty();
    }
}
