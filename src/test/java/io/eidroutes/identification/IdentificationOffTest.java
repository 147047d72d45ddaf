package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.consent.ConsentTest;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Without {@code eid.aitu.base} nothing of the identification job is there, and nothing of its settings is demanded. */
class IdentificationOffTest extends ConsentTest {

    @Autowired
    private CamelContext camel;

    @Test
    void whenThereIsNoBaseThenNoRouteOfTheJobExists() {
        assertThat(camel.getRoutes()).extracting(Route::getRouteId).contains("send-claim", "route-id-token-failure")
                .doesNotContain("exchange-token", "aitu-token", "trusted-phone", "aitu-keys");
    }

    @Test
    void whenThereIsNoBaseThenTheApplicationIsReadyAllTheSame() throws Exception {
        assertThat(manage("/health/readiness").statusCode()).isEqualTo(200);
    }
}
