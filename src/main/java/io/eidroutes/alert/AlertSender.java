package io.eidroutes.alert;

import io.eidroutes.StartsOnceRoutesStand;
import io.eidroutes.delivery.ReturnAddress;
import io.eidroutes.failure.Failure;
import io.eidroutes.store.Backoff;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.context.WebServerGracefulShutdownLifecycle;

/**
 * Brings alerts to the route {@code send-alert}, on threads of its own, so that the work that raised one never waits for it.
 * What is not taken is tried again for as long as the process runs; at its end everything is tried once more.
 */
final class AlertSender implements StartsOnceRoutesStand {

    private static final Logger LOG = LoggerFactory.getLogger(AlertSender.class);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration LAST_TRY = Duration.ofSeconds(5);

    private final AlertGroups groups;
    private final AlertDocuments documents;
    private final AlertCounts counts;
    private final CamelContext camel;
    private final Map<AlertChannel, List<AlertWay>> ways = new EnumMap<>(AlertChannel.class);
    private ProducerTemplate routes;
    private volatile ScheduledExecutorService threads;

    AlertSender(AlertGroups groups, AlertDocuments documents, AlertCounts counts, AlertSettings settings, CamelContext camel) {
        this.groups = groups;
        this.documents = documents;
        this.counts = counts;
        this.camel = camel;
        Backoff backoff = new Backoff(settings.retryFirst(), settings.retryMost());
        for (AlertChannel channel : AlertChannel.values()) {
            List<AlertWay> of = new ArrayList<>();
            settings.channel(channel).queue().ifPresent(queue -> of.add(new AlertWay(
                    alert -> taken(alert, ReturnAddress.QUEUE, Map.of("address", queue)), backoff)));
            settings.channel(channel).recipient().ifPresent(webhook -> of.add(new AlertWay(
                    alert -> taken(alert, ReturnAddress.WEBHOOK, Map.of("recipient", webhook)), backoff)));
            ways.put(channel, List.copyOf(of));
        }
    }

    /** Whether alerts of that channel go anywhere. */
    boolean leads(AlertChannel channel) {
        return !ways.get(channel).isEmpty();
    }

    /** Returns at once. */
    void send(Alert alert) {
        ways.get(alert.channel()).forEach(way -> {
            way.add(alert);
            attend(way);
        });
    }

    private void attend(AlertWay way) {
        ScheduledExecutorService now = threads;
        if (now != null && way.attend()) {
            onThreads(now, () -> sendAll(now, way), Duration.ZERO);
        }
    }

    private void sendAll(ScheduledExecutorService now, AlertWay way) {
        way.send().ifPresent(pause -> onThreads(now, () -> sendAll(now, way), pause));
    }

    private static void onThreads(ScheduledExecutorService threads, Runnable work, Duration later) {
        try {
            threads.schedule(work, later.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // It ends; what waits is tried once more then.
        }
    }

    private boolean taken(Alert alert, String way, Map<String, Object> where) {
        Optional<Exception> why = route(alert, way, where);
        if (why.isEmpty()) {
            counts.sent(alert.channel());
            return true;
        }
        counts.failed(alert.channel());
        LOG.warn("An alert for {} was not taken by its {} and is tried again: {}", alert.channel().label(), way,
                why.get() instanceof Failure failure ? failure.code() : why.get().getClass().getName());
        return false;
    }

    private Optional<Exception> route(Alert alert, String way, Map<String, Object> where) {
        try {
            Exchange done = routes.send("direct:send-alert", exchange -> {
                String document = documents.write(alert);
                exchange.getMessage().setBody(way.equals(ReturnAddress.QUEUE) ? document : document.getBytes(StandardCharsets.UTF_8));
                exchange.setVariable("alertChannel", alert.channel().label());
                exchange.setVariable("channel", way);
                where.forEach(exchange::setVariable);
                exchange.setVariable("messageProperties", Map.of("EID_Alert_Id", alert.id().toString(),
                        "EID_Alert_Channel", alert.channel().label()));
            });
            return Optional.ofNullable(done.getException());
        } catch (RuntimeException e) {
            // The routes do not stand.
            return Optional.of(e);
        }
    }

    /** Begins once the routes stand; what was raised before has waited. */
    @Override
    public void start() {
        Arrays.stream(AlertChannel.values()).filter(channel -> !leads(channel)).forEach(channel -> LOG.info(
                "Alerts for {} go nowhere but to the log: neither a queue nor a webhook is set", channel.label()));
        routes = camel.createProducerTemplate();
        int most = 1 + ways.values().stream().mapToInt(List::size).sum();
        ScheduledExecutorService started = Executors.newScheduledThreadPool(most, task -> {
            Thread thread = new Thread(task, "alerts");
            thread.setDaemon(true);
            return thread;
        });
        threads = started;
        started.scheduleWithFixedDelay(this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
        ways.values().forEach(of -> of.forEach(this::attend));
    }

    private void look() {
        groups.due().forEach(this::send);
    }

    /** Once nothing works any more that could raise one, and before the routes. */
    @Override
    public void stop() {
        ScheduledExecutorService stopped = threads;
        threads = null;
        groups.rest().forEach(this::send);
        List<Callable<Optional<Duration>>> lastTries = new ArrayList<>();
        ways.values().forEach(of -> of.forEach(way -> lastTries.add(way::send)));
        try {
            stopped.invokeAll(lastTries, LAST_TRY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stopped.shutdownNow();
        ways.values().stream().flatMap(List::stream).flatMap(way -> way.leave().stream()).forEach(this::lose);
    }

    private void lose(Alert alert) {
        counts.lost(alert.channel());
        alert.tallies().forEach((key, tally) -> LOG.error("An alert for {} is lost: {} {}, {} times", alert.channel().label(),
                key.family().label(), key.code(), tally.count()));
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }

    @Override
    public int getPhase() {
        return WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE - 1;
    }
}
