package io.eidroutes.health;

import io.eidroutes.http.Breakers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.actuate.health.Health;

/**
 * Whether the upstreams can be connected to, looked at on a thread of its own now and then: whoever asks gets what was seen
 * last and never waits. A connection is opened and closed, and nothing is said. An upstream whose breaker is open is
 * down too, whatever its port says.
 */
final class Upstreams implements AutoCloseable {

    private static final int STALE_AFTER = 3;

    private record Seen(boolean connected, Instant when) {
    }

    private final Map<String, URI> upstreams;
    private final Breakers breakers;
    private final WatchSettings settings;
    private final Clock clock;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread watch = new Thread(work, "watch-upstreams");
        watch.setDaemon(true);
        return watch;
    });

    /** @param upstreams absolute URLs by the names of their breakers */
    Upstreams(Map<String, URI> upstreams, Breakers breakers, WatchSettings settings, Clock clock, MeterRegistry meters) {
        this.upstreams = Map.copyOf(upstreams);
        this.breakers = breakers;
        this.settings = settings;
        this.clock = clock;
        upstreams.keySet().forEach(name -> Gauge.builder("eid.upstream.up", () -> up(name)).tag("upstream", name)
                .description("1 if the upstream can be connected to and its breaker is not open").register(meters));
    }

    Set<String> names() {
        return upstreams.keySet();
    }

    void start() {
        thread.scheduleWithFixedDelay(() -> upstreams.forEach((name, url) ->
                seen.put(name, new Seen(connects(url), clock.instant()))), 0, settings.interval().toMillis(), TimeUnit.MILLISECONDS);
    }

    Health health(String name) {
        double up = up(name);
        return Double.isNaN(up) ? Health.unknown().build() : up == 1 ? Health.up().build() : Health.down().build();
    }

    /** Not a number until it was looked at, and when that was too long ago. */
    private double up(String name) {
        if (breakers.open(name)) {
            return 0;
        }
        Seen last = seen.get(name);
        Duration stale = settings.interval().plus(settings.timeout().multipliedBy(upstreams.size())).multipliedBy(STALE_AFTER);
        if (last == null || last.when().plus(stale).isBefore(clock.instant())) {
            return Double.NaN;
        }
        return last.connected() ? 1 : 0;
    }

    private boolean connects(URI url) {
        int port = url.getPort() > 0 ? url.getPort() : "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(url.getHost().replaceAll("[\\[\\]]", ""), port), (int) settings.timeout().toMillis());
            return true;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
