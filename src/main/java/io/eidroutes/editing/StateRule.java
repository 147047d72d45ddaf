package io.eidroutes.editing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The state of a route is in variables: headers come from outside and go outside. So one is set only for the call that
 * sends it, and read only into a variable.
 */
final class StateRule implements Rule {

    private static final Set<String> SETTING = Set.of("setHeader", "setHeaders");
    /** Steps that may stand between a header and the call that sends it. */
    private static final Set<String> BETWEEN = Set.of("setHeader", "setHeaders", "setBody", "setVariable", "setProperty",
            "removeHeader", "convertBodyTo", "marshal", "transform", "log");
    private static final Set<String> CALLS = Set.of("to", "toD", "wireTap", "enrich", "doTry", "circuitBreaker");
    private static final Set<String> INNER = Set.of("direct", "seda", "log", "micrometer", "bean", "mock");
    private static final Pattern READING = Pattern.compile("\\$(?:simple)?\\{\\s*(?:in\\.)?headers?[.:\\[}]");

    @Override
    public void check(RouteFiles files, Mistakes found) {
        files.parts().filter(part -> SETTING.contains(part.key()) && !part.isWithin("parameters"))
                .filter(part -> !isSent(part))
                .forEach(part -> found.add(part, "This header is sent nowhere. Keep state in a variable; a header is set right "
                        + "before the call that sends it."));
        files.parts().filter(part -> part.isScalar() && READING.matcher(part.text()).find())
                .filter(part -> !part.isWithin("setVariable") && !part.isWithin("log"))
                .forEach(part -> found.add(part, "Headers are read only into variables, by setVariable at a door."));
    }

    private static boolean isSent(Part setting) {
        Optional<Part> item = setting.parent();
        List<Part> steps = item.flatMap(Part::parent).map(Part::items).orElse(List.of());
        int at = item.map(steps::indexOf).orElse(-1);
        for (Part next : steps.subList(at + 1, steps.size())) {
            Part step = next.fields().values().stream().findFirst().orElse(next);
            if (CALLS.contains(step.key()) && Endpoint.in(step).stream().anyMatch(call -> !INNER.contains(call.scheme()))) {
                return true;
            } else if (!BETWEEN.contains(step.key())) {
                return false;
            }
        }
        return false;
    }
}
