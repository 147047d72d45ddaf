package io.eidroutes.http;

import java.io.IOException;

/** The call was not made: too many before it have failed. */
final class CircuitOpen extends IOException {

    private static final long serialVersionUID = 1L;

    CircuitOpen() {
        super("The breaker is open");
    }
}
