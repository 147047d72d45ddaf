package io.eidroutes.simulator.scenario;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest records of a kind: load tests make more of them than a process can keep. */
public final class Bounded<T> {

    private static final int MOST = 20_000;

    private final Deque<T> kept = new ArrayDeque<>();

    public synchronized void add(T record) {
        kept.addLast(record);
        if (kept.size() > MOST) {
            kept.removeFirst();
        }
    }

    /** Oldest first. */
    public synchronized List<T> all() {
        return List.copyOf(kept);
    }

    public synchronized void clear() {
        kept.clear();
    }
}
