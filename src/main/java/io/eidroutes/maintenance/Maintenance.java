package io.eidroutes.maintenance;

import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Whether this node takes nothing new, by an operator's word: calls that begin something are refused, doors that fetch
 * their work are paused, and everything that was begun goes on to its end. It is of this process alone and ends with it.
 * Named so because routes ask it.
 */
@Component("maintenance")
public final class Maintenance {

    private static final Logger LOG = LoggerFactory.getLogger(Maintenance.class);
    private static final String REASON = "maintenance";

    private final PausedDoors doors;
    private final Clock clock;
    private volatile Optional<Instant> since = Optional.empty();

    Maintenance(PausedDoors doors, Clock clock, MeterRegistry meters) {
        this.doors = doors;
        this.clock = clock;
        Gauge.builder("eid.maintenance", () -> since.isPresent() ? 1 : 0)
                .description("1 while nothing new is taken, by the operator's word").register(meters);
    }

    /**
     * For a call that begins something.
     *
     * @throws Failure transport {@code EID-MAINTENANCE}
     */
    public void admit() {
        if (isOn()) {
            throw Failure.of(Family.TRANSPORT, "EID-MAINTENANCE");
        }
    }

    public boolean isOn() {
        return since.isPresent();
    }

    Optional<Instant> since() {
        return since;
    }

    synchronized void turn(boolean on) {
        if (on != since.isPresent()) {
            since = on ? Optional.of(clock.instant()) : Optional.empty();
            LOG.warn(on ? "By the operator's word: maintenance, nothing new is taken" : "By the operator's word: the maintenance is over");
        }
        doors.pause(REASON, on, PausedDoors.ALL);
    }
}
