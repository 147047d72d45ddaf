package io.eidroutes.consent;

import io.eidroutes.maintenance.PausedDoors;
import org.springframework.boot.web.context.WebServerGracefulShutdownLifecycle;
import org.springframework.context.SmartLifecycle;

/**
 * When the application stops, before the web server lets nobody in any more: the doors that fetch claims are paused, and
 * callers who wait for an answer get 202, which they would otherwise hold the end up for.
 */
final class ClosingDoors implements SmartLifecycle {

    private final PausedDoors doors;
    private final WaitingCallers callers;
    private volatile boolean running;

    ClosingDoors(PausedDoors doors, WaitingCallers callers) {
        this.doors = doors;
        this.callers = callers;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        doors.pause("end", true, PausedDoors.CLAIMS);
        callers.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE + 1;
    }
}
