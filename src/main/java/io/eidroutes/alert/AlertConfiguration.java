package io.eidroutes.alert;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.eidroutes.failure.Catalogue;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Alerts for the operator and for the security officer. */
@Configuration(proxyBeanMethods = false)
class AlertConfiguration {

    @Bean
    AlertGroups alertGroups(AlertSettings settings, Clock clock) {
        return new AlertGroups(settings.window(), settings.mostPerMinute(), clock);
    }

    @Bean
    AlertCounts alertCounts(MeterRegistry meters) {
        return new AlertCounts(meters);
    }

    @Bean
    AlertSender alertSender(AlertGroups groups, AlertCounts counts, AlertSettings settings, Catalogue catalogue, ObjectMapper json,
            @Value("${eid.smev.node-id:}") String nodeId, CamelContext camel) {
        AlertDocuments documents = new AlertDocuments(catalogue, json, nodeId.isBlank() ? host() : nodeId);
        return new AlertSender(groups, documents, counts, settings, camel);
    }

    /** Named so because the routes of routes/failure call it. */
    @Bean
    Alerts alerts(AlertGroups groups, AlertSender sender, AlertCounts counts, Catalogue catalogue) {
        return new Alerts(groups, sender, counts, catalogue);
    }

    private static String host() {
        return Optional.ofNullable(System.getenv("HOSTNAME")).filter(name -> !name.isBlank()).orElseGet(() -> {
            try {
                return InetAddress.getLocalHost().getHostName();
            } catch (UnknownHostException e) {
                return "unknown";
            }
        });
    }
}
