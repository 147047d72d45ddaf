package io.eidroutes.consent;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Suspends the routes that fetch claims by themselves, which are those whose id begins with {@value #DOOR}, while nothing
 * more is accepted. What such a route has in hand it finishes. A route that somebody else suspended is left to them.
 */
final class PausedDoors implements Backlog.Listener, AutoCloseable {

    /** How the ids of the routes begin that fetch claims, for instance {@code from-file}. */
    static final String DOOR = "from-";
    private static final Logger LOG = LoggerFactory.getLogger(PausedDoors.class);

    private final CamelContext camel;
    private final Set<String> paused = ConcurrentHashMap.newKeySet();
    /** To suspend a route is to wait for what it has in hand. */
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread doors = new Thread(work, "doors");
        doors.setDaemon(true);
        return doors;
    });
    private volatile boolean wanted;

    PausedDoors(CamelContext camel) {
        this.camel = camel;
    }

    @Override
    public void counted(boolean pause) {
        wanted = pause;
        if (pause || !paused.isEmpty()) {
            thread.execute(this::settle);
        }
    }

    private void settle() {
        for (Route route : camel.getRoutes()) {
            String id = route.getRouteId();
            if (id.startsWith(DOOR)) {
                settle(id, camel.getRouteController().getRouteStatus(id));
            }
        }
    }

    private void settle(String id, ServiceStatus status) {
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
