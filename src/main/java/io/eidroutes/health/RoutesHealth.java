package io.eidroutes.health;

import io.eidroutes.maintenance.PausedDoors;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Up when every route stands. Tomcat listens before that, so readiness must ask here. */
@Component("routes")
final class RoutesHealth implements HealthIndicator {

    private final CamelContext camel;

    RoutesHealth(CamelContext camel) {
        this.camel = camel;
    }

    @Override
    public Health health() {
        long started = camel.getRoutes().stream()
                .filter(route -> stands(route.getRouteId(), camel.getRouteController().getRouteStatus(route.getRouteId())))
                .map(Route::getRouteId).distinct().count();
        boolean all = camel.getStatus().isStarted() && started > 0 && started == camel.getRoutesSize();
        return (all ? Health.up() : Health.down()).withDetail("started", started).build();
    }

    /** A door that fetches its work and takes nothing for now is no reason to send callers elsewhere. */
    private static boolean stands(String id, ServiceStatus status) {
        return status.isStarted() || status.isSuspended() && PausedDoors.ALL.test(id);
    }
}
