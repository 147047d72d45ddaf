package io.eidroutes.alert;

import io.eidroutes.store.Backoff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One way of a channel, a queue or a webhook, with what waits for it. It has its own pauses, so that a way that is closed
 * holds up no other. Messages about one code that wait together become one: however long a way is closed, no more
 * waits than there are codes.
 */
final class AlertWay {

    private static final String SEVERAL = "several";

    private final Predicate<Alert> send;
    private final Backoff backoff;
    /** One at a time, in their order; nobody waits for it who adds one. */
    private final Object sending = new Object();
    private final Map<Object, Alert> waiting = new LinkedHashMap<>();
    /** Tried and not taken; its content stays as it is, since it may have arrived. */
    private Optional<Alert> tried = Optional.empty();
    private int tries;
    private boolean attended;

    /** @param send whether it was taken */
    AlertWay(Predicate<Alert> send, Backoff backoff) {
        this.send = send;
        this.backoff = backoff;
    }

    /** Puts it behind what waits. */
    synchronized void add(Alert alert) {
        waiting.merge(alert.several() ? SEVERAL : alert.tallies().keySet().iterator().next(), alert, Alert::and);
    }

    /** Whether somebody is to {@link #send}: nobody does yet, and something waits. */
    synchronized boolean attend() {
        if (attended || tried.isEmpty() && waiting.isEmpty()) {
            return false;
        }
        attended = true;
        return true;
    }

    /** Sends what waits, until nothing does or something was not taken: then the pause until it is to be sent. */
    Optional<Duration> send() {
        synchronized (sending) {
            for (Optional<Alert> next = next(); next.isPresent(); next = next()) {
                if (!send.test(next.get())) {
                    return Optional.of(backoff.pause(tries++));
                }
                tries = 0;
                forget();
            }
            return Optional.empty();
        }
    }

    private synchronized void forget() {
        tried = Optional.empty();
    }

    /** What was not taken, which is forgotten. */
    synchronized List<Alert> leave() {
        List<Alert> left = new ArrayList<>(tried.stream().toList());
        left.addAll(waiting.values());
        tried = Optional.empty();
        waiting.clear();
        attended = false;
        return left;
    }

    private synchronized Optional<Alert> next() {
        if (tried.isEmpty()) {
            Iterator<Alert> first = waiting.values().iterator();
            if (first.hasNext()) {
                tried = Optional.of(first.next());
                first.remove();
            }
        }
        attended = tried.isPresent();
        return tried;
    }
}
