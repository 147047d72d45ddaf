package io.eidroutes.maintenance;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Suspends routes that fetch work by themselves for as long as there is a reason to. What such a route has in hand it
 * finishes. A route that somebody else suspended is left to them.
 */
@Component
public final class PausedDoors implements AutoCloseable {

    /** The doors for claims: routes whose id begins so, for instance {@code from-file}. */
    public static final Predicate<String> CLAIMS = id -> id.startsWith("from-");
    /** All doors that fetch their work: also those whose id says of what, for instance {@code personal-data-from-file}. */
    public static final Predicate<String> ALL = CLAIMS.or(id -> id.contains("-from-"));

    private static final Logger LOG = LoggerFactory.getLogger(PausedDoors.class);

    private final CamelContext camel;
    private final Map<String, Predicate<String>> reasons = new ConcurrentHashMap<>();
    private final Set<String> paused = ConcurrentHashMap.newKeySet();
    /** To suspend a route is to wait for what it has in hand. */
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread doors = new Thread(work, "doors");
        doors.setDaemon(true);
        return doors;
    });

    PausedDoors(CamelContext camel) {
        this.camel = camel;
    }

    /**
     * Pauses doors for that reason, or takes the reason away. Returns at once; to say it again also pauses routes that were
     * added meanwhile.
     *
     * @param doors route ids, one of the sets above
     */
    public void pause(String reason, boolean pause, Predicate<String> doors) {
        if (pause) {
            reasons.put(reason, doors);
        } else {
            reasons.remove(reason);
        }
        if (pause || !paused.isEmpty()) {
            thread.execute(this::settle);
        }
    }

    /** The doors that are suspended by now. */
    List<String> paused() {
        return paused.stream().filter(id -> {
            ServiceStatus status = camel.getRouteController().getRouteStatus(id);
            return status != null && status.isSuspended();
        }).sorted().toList();
    }

    private void settle() {
        for (Route route : camel.getRoutes()) {
            String id = route.getRouteId();
            if (ALL.test(id)) {
                settle(id, camel.getRouteController().getRouteStatus(id));
            }
        }
    }

    private void settle(String id, ServiceStatus status) {
        boolean wanted = reasons.values().stream().anyMatch(doors -> doors.test(id));
        try {
            if (wanted && status.isStarted()) {
                paused.add(id);
                camel.getRouteController().suspendRoute(id);
                LOG.warn("The door {} takes nothing for now", id);
            } else if (!wanted && paused.remove(id) && status.isSuspended()) {
                camel.getRouteController().resumeRoute(id);
                LOG.warn("The door {} is open again", id);
            }
        } catch (Exception e) {
            LOG.error("The door {} could not be {}: {}", id, wanted ? "paused" : "opened", e.getClass().getName());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
