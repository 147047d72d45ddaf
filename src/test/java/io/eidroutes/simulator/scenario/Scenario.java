package io.eidroutes.simulator.scenario;

import java.util.List;
import java.util.Optional;

/**
 * What the next matching calls meet.
 *
 * @param operation which call; empty: any but the callback, which is none of the stand-in's own answers
 * @param when      a text that the call must contain; empty: any call. Of a callback and of a token request it is looked
 *                  for in the query of the authorization link too, so that {@code state=…} tells one attempt from others
 * @param times     how many calls; 0 in JSON is 1, negative: until reset
 * @param effects   all of them happen
 */
public record Scenario(Optional<Operation> operation, String when, int times, List<Effect> effects) {

    /** Puts the defaults in for what JSON leaves out. */
    public Scenario {
        operation = operation == null ? Optional.empty() : operation;
        when = when == null ? "" : when;
        times = times == 0 ? 1 : times;
        effects = effects == null ? List.of() : List.copyOf(effects);
        if (effects.isEmpty()) {
            throw new IllegalArgumentException("a scenario needs effects");
        }
    }

    /** Once, for any call of that operation. */
    public static Scenario on(Operation operation, Effect... effects) {
        return new Scenario(Optional.of(operation), "", 1, List.of(effects));
    }

    /** The same for calls that contain {@code text}. */
    public Scenario when(String text) {
        return new Scenario(operation, text, times, effects);
    }

    /** The same so many times. */
    public Scenario times(int count) {
        return new Scenario(operation, when, count, effects);
    }

    /** The same until the next reset. */
    public Scenario always() {
        return times(-1);
    }

    boolean matches(Operation called, String text) {
        return matches(called) && !breaksBeforeReading() && (when.isEmpty() || text.contains(when));
    }

    boolean matches(Operation called) {
        return operation.map(only -> only == called).orElse(called != Operation.CALLBACK);
    }

    /** Then nothing of the call can be looked at. */
    boolean breaksBeforeReading() {
        return effects.contains(new Disturbance.Close(Disturbance.Close.Moment.BEFORE_READING));
    }
}
