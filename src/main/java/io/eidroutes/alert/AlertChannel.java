package io.eidroutes.alert;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whom an alert is for. Which one, if any, is what the treatment of a failure sets as the variable {@code alertChannel}. */
enum AlertChannel {
    /** Who runs this system: something is to be mended. */
    OPERATOR,
    /** Who looks after security: a sign of tampering. */
    SECURITY;

    /** The channel of that name; nothing for any other. */
    static Optional<AlertChannel> of(String label) {
        return Arrays.stream(values()).filter(channel -> channel.label().equals(label)).findFirst();
    }

    /** The name used in routes, settings, metrics and alerts. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
