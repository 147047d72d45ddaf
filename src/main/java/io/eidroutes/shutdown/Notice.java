package io.eidroutes.shutdown;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The first thing that happens when the application is told to stop: readiness says 503 already, and everything goes on
 * until the platform has had the time to see it and to send callers elsewhere.
 */
@Component
final class Notice implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Notice.class);

    private final ShutdownSettings settings;
    private volatile boolean running;

    Notice(ShutdownSettings settings) {
        this.settings = settings;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        LOG.info("Not ready any more; the doors close in {} ms", settings.notice().toMillis());
        try {
            TimeUnit.MILLISECONDS.sleep(settings.notice().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
