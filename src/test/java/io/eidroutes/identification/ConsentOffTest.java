package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Without {@code eid.smev.endpoint} nothing of the consent job is there, and nothing of its settings is demanded. */
class ConsentOffTest extends IdentificationTest {

    @Autowired
    private CamelContext camel;

    @Test
    void whenThereIsNoEndpointThenNoRouteOfTheJobExists() {
        assertThat(camel.getRoutes()).extracting(Route::getRouteId).contains("create-identification", "route-esia-failure")
                .doesNotContain("accept-claim", "send-claim", "receive-answer", "smev-call", "poll-smev-1");
    }

    @Test
    void whenThereIsNoEndpointThenTheApplicationIsReadyAllTheSame() throws Exception {
        HttpRequest readiness = HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + managementPort + "/actuator/health/readiness")).build();

        assertThat(HttpClient.newHttpClient().send(readiness, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(200);
    }
}
