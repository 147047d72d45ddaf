package io.eidroutes.maintenance;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/**
 * The operator's switch on the management port: {@code GET /actuator/maintenance} says whether it is on, since when, and
 * which doors are paused by now; {@code POST} with {@code {"on": true}} or {@code false} turns it.
 */
@Component
@Endpoint(id = "maintenance")
public final class MaintenanceEndpoint {

    private final Maintenance maintenance;
    private final PausedDoors doors;

    MaintenanceEndpoint(Maintenance maintenance, PausedDoors doors) {
        this.maintenance = maintenance;
        this.doors = doors;
    }

    @ReadOperation
    public Map<String, Object> state() {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("on", maintenance.isOn());
        maintenance.since().ifPresent(since -> state.put("since", since.toString()));
        state.put("pausedDoors", doors.paused());
        return state;
    }

    /** Turning it where it stands changes nothing. */
    @WriteOperation
    public Map<String, Object> turn(boolean on) {
        maintenance.turn(on);
        return state();
    }
}
