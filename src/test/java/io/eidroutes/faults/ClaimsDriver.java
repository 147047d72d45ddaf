package io.eidroutes.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.RunningJar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A caller a door, who hands in claims at a steady pace and again and again until each is acknowledged. */
final class ClaimsDriver {

    private static final long AGAIN_MILLIS = 200;

    private final Map<String, Door> doors;
    private final Map<String, String> doorOf = new ConcurrentHashMap<>();
    private final AtomicInteger resent = new AtomicInteger();
    private final List<CompletableFuture<Void>> callers = new ArrayList<>();

    /** @param doors by what they are called in keys and figures */
    ClaimsDriver(Map<String, Door> doors) {
        this.doors = new LinkedHashMap<>(doors);
    }

    /**
     * Begins to hand in so many claims, the doors in turn.
     *
     * @param tags each claim has the next of them in its session id, by which the stand-in of SMEV tells it
     */
    void begin(int claims, List<String> tags, long pauseMillis) {
        List<String> names = List.copyOf(doors.keySet());
        for (int door = 0; door < names.size(); door++) {
            int first = door;
            callers.add(CompletableFuture.runAsync(() -> {
                for (int n = first; n < claims; n += names.size()) {
                    handIn(names.get(first), names.get(first) + "-" + tags.get(n % tags.size()) + "-" + n);
                    pause(pauseMillis);
                }
            }));
        }
    }

    private void handIn(String door, String key) {
        while (true) {
            try {
                ObjectNode claim = RunningJar.claim(key);
                if (doors.get(door).submit(key, claim)) {
                    doorOf.put(key, door);
                    return;
                }
            } catch (Exception killed) {
                // Nobody knows whether it arrived.
            }
            resent.incrementAndGet();
            pause(AGAIN_MILLIS);
        }
    }

    /** Whether all callers are done, their claims acknowledged. */
    boolean done() {
        return callers.stream().allMatch(CompletableFuture::isDone);
    }

    /** Throws what a caller met that no caller should meet. */
    void join() {
        callers.forEach(CompletableFuture::join);
    }

    /** The keys of the claims that were acknowledged. */
    List<String> acknowledged() {
        return doorOf.keySet().stream().sorted().toList();
    }

    int resent() {
        return resent.get();
    }

    Optional<String> answer(String key) {
        try {
            return doors.get(doorOf.get(key)).answer(key);
        } catch (Exception notNow) {
            return Optional.empty();
        }
    }

    int repeated() {
        return doors.values().stream().mapToInt(Door::repeated).sum();
    }

    private static void pause(long millis) {
        new CompletableFuture<Void>().completeOnTimeout(null, millis, TimeUnit.MILLISECONDS).join();
    }
}
