package io.eidroutes.simulator.smev;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The scenarios that wait for their calls, in the order in which they were given; the first that matches is played. */
final class Scenarios {

    private final List<Waiting> waiting = new ArrayList<>();

    private static final class Waiting {
        private final Scenario scenario;
        private int left;

        private Waiting(Scenario scenario) {
            this.scenario = scenario;
            this.left = scenario.times();
        }
    }

    synchronized void add(Scenario scenario) {
        waiting.add(new Waiting(scenario));
    }

    synchronized void clear() {
        waiting.clear();
    }

    synchronized int count() {
        return waiting.size();
    }

    /** The effects for this call; empty when all goes well. */
    List<Effect> take(Operation operation, String request) {
        return takeFirst(scenario -> scenario.matches(operation, request)).map(Scenario::effects).orElse(List.of());
    }

    boolean breaksBeforeReading(Optional<Operation> announced) {
        return takeFirst(scenario -> scenario.matchesBeforeReading(announced)).isPresent();
    }

    private synchronized Optional<Scenario> takeFirst(Predicate<Scenario> matching) {
        for (Iterator<Waiting> all = waiting.iterator(); all.hasNext();) {
            Waiting next = all.next();
            if (matching.test(next.scenario)) {
                if (next.left > 0 && --next.left == 0) {
                    all.remove();
                }
                return Optional.of(next.scenario);
            }
        }
        return Optional.empty();
    }
}
