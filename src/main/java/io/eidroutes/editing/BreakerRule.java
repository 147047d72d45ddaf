package io.eidroutes.editing;

import java.util.Optional;
import java.util.Set;

/**
 * A circuit breaker that stands open must be seen to. One without a fallback goes on with the request's own body, as if that
 * were the answer; a fallback that raises nothing does the same with another body.
 */
final class BreakerRule implements Rule {

    private static final String RAISES = "throwExceptionWhenHalfOpenOrOpenState";
    /** Steps that may raise a failure. */
    private static final Set<String> TELLING = Set.of("throwException", "bean", "rollback");

    @Override
    public void check(RouteFiles files, Mistakes found) {
        files.parts().filter(part -> part.key().equals("circuitBreaker") && !part.isWithin("parameters"))
                .forEach(part -> check(part, found));
    }

    private static void check(Part breaker, Mistakes found) {
        Optional<Part> fallback = breaker.field("onFallback");
        boolean raises = breaker.all().anyMatch(part -> part.key().equals(RAISES) && part.text().equals("true"));
        if (fallback.isEmpty() && !raises) {
            found.add(breaker, "While this circuit breaker is open the route goes on with the request as if it were the answer: "
                    + "its configuration must have `" + RAISES + ": true`.");
        } else if (fallback.isPresent() && !tells(fallback.get())) {
            found.add(fallback.get(), "This fallback hides that the circuit breaker is open: raise a failure in it, or lead it to "
                    + "direct:route-failure.");
        }
    }

    private static boolean tells(Part fallback) {
        return fallback.all().anyMatch(part -> TELLING.contains(part.key()))
                || Endpoint.in(fallback).stream().anyMatch(call -> call.directName().equals(Optional.of("route-failure")));
    }
}
