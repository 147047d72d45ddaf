package io.eidroutes.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.eidroutes.file.Folder;
import io.eidroutes.file.Folders;
import io.eidroutes.http.BoundedHttpClient;
import io.eidroutes.http.Breakers;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The channels by which results and answers are brought to their clients, whatever the job. */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

    private static final int LONGEST_WEBHOOK_ANSWER = 65_536;

    @Bean(WebhookCall.CLIENT_BEAN)
    BoundedHttpClient webhookHttpClient(DeliverySettings settings, Breakers breakers) {
        return new BoundedHttpClient(new BoundedHttpClient.Limits(settings.http().connectTimeout(),
                settings.http().deadline(), settings.http().connections(), LONGEST_WEBHOOK_ANSWER),
                breakers.ofHosts("webhook", settings.breaker(), answer -> answer.getCode() >= 500));
    }

    @Bean
    OutboxFiles outboxFiles(ObjectMapper json) {
        return new OutboxFiles(json);
    }

    @Bean
    Outboxes outboxes(Folders folders, DeliverySettings settings, @Value("${eid.consent.file.outbox:}") String claims,
            @Value("${eid.consent.file.keep:30d}") Duration keep) {
        Optional<Folder> outbox = claims.isBlank() ? Optional.empty()
                : Optional.of(folders.open("eid.consent.file.outbox", claims, keep));
        return new Outboxes(outbox, settings, folders);
    }

    @Bean
    RouteBuilder webhookRoutes(DeliverySettings settings, Clock clock) {
        return new WebhookRoutes(new WebhookCall(settings, clock));
    }
}
