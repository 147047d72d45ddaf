package io.eidroutes.simulator.scenario;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/** The scenarios that wait for their calls, in the order in which they were given; the first that matches is played. */
public final class Scenarios {

    private final List<Waiting> waiting = new ArrayList<>();

    private static final class Waiting {
        private final Scenario scenario;
        private int left;

        private Waiting(Scenario scenario) {
            this.scenario = scenario;
            this.left = scenario.times();
        }
    }

    public synchronized void add(Scenario scenario) {
        waiting.add(new Waiting(scenario));
    }

    public synchronized void clear() {
        waiting.clear();
    }

    public synchronized int count() {
        return waiting.size();
    }

    /** The effects for this call; empty when all goes well. */
    public List<Effect> take(Operation operation, String text) {
        return takeFirst(scenario -> scenario.matches(operation, text));
    }

    boolean breaksBeforeReading(Operation operation) {
        return !takeFirst(scenario -> scenario.breaksBeforeReading() && scenario.matches(operation)).isEmpty();
    }

    private synchronized List<Effect> takeFirst(Predicate<Scenario> matching) {
        for (Iterator<Waiting> all = waiting.iterator(); all.hasNext();) {
            Waiting next = all.next();
            if (matching.test(next.scenario)) {
                if (next.left > 0 && --next.left == 0) {
                    all.remove();
                }
                return next.scenario.effects();
            }
        }
        return List.of();
    }
}
