package io.eidroutes.identification.provider;

import java.util.Optional;
import org.apache.camel.Exchange;

/** Variables of a route that may be left out. */
final class Variables {

    private Variables() {
    }

    /** The text of a variable; one that is not set or empty is left out. */
    static Optional<String> text(Exchange exchange, String name) {
        return Optional.ofNullable(exchange.getVariable(name, String.class)).filter(text -> !text.isEmpty());
    }

    /** @throws IllegalArgumentException naming the variable, when it is left out */
    static String required(Exchange exchange, String name) {
        return text(exchange, name).orElseThrow(() -> new IllegalArgumentException("The variable " + name + " is not set"));
    }
}
