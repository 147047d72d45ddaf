package io.eidroutes.delivery;

import io.eidroutes.http.BoundedHttpClient;
import java.time.Clock;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The channels by which results and answers are brought to their clients, whatever the job. */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

    private static final int LONGEST_WEBHOOK_ANSWER = 65_536;

    @Bean(WebhookCall.CLIENT_BEAN)
    BoundedHttpClient webhookHttpClient(DeliverySettings settings) {
        return new BoundedHttpClient(new BoundedHttpClient.Limits(settings.http().connectTimeout(),
                settings.http().deadline(), settings.http().connections(), LONGEST_WEBHOOK_ANSWER));
    }

    @Bean
    RouteBuilder webhookRoutes(DeliverySettings settings, Clock clock) {
        return new WebhookRoutes(new WebhookCall(settings, clock));
    }
}
