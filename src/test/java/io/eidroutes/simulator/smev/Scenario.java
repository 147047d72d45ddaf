package io.eidroutes.simulator.smev;

import java.util.List;
import java.util.Optional;

/**
 * What the next matching calls meet.
 *
 * @param operation which call (JSON {@code SEND_REQUEST}, {@code GET_RESPONSE}, {@code ACK}). Empty: effects on the HTTP
 *                  exchange meet any call, effects on the answer meet SendRequest. On GetResponse a defect meets that
 *                  delivery only, on SendRequest every delivery of the answer
 * @param when      a text that the request must contain as it stands in the XML; empty: any request
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

    /** Once, for any request. */
    public static Scenario of(Effect... effects) {
        return new Scenario(Optional.empty(), "", 1, List.of(effects));
    }

    /** The same for one operation only. */
    public Scenario on(Operation only) {
        return new Scenario(Optional.of(only), when, times, effects);
    }

    /** The same for requests that contain {@code text}. */
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

    boolean matches(Operation called, String request) {
        boolean operationMatches = operation.map(only -> only == called)
                .orElse(called == Operation.SEND_REQUEST || effects.stream().noneMatch(Effect::concernsAnswer));
        return operationMatches && !breaksBeforeReading() && (when.isEmpty() || request.contains(when));
    }

    /** Matching before anything was read, by the SOAPAction header alone. */
    boolean matchesBeforeReading(Optional<Operation> announced) {
        return breaksBeforeReading() && (operation.isEmpty() || operation.equals(announced));
    }

    private boolean breaksBeforeReading() {
        return effects.contains(new Effect.Close(Effect.Close.Moment.BEFORE_READING));
    }
}
