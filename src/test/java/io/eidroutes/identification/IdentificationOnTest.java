package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.consent.ConsentTest;
import io.eidroutes.failure.Failure;
import io.eidroutes.identification.provider.AuthorizationLink;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Route;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** With {@code eid.aitu.base} the routes to Aitu Passport stand beside those of the consent job. */
@TestPropertySource(properties = {"eid.smev.node-id=identification", "eid.aitu.base=http://127.0.0.1:1/aitu", "eid.aitu.issuer=http://127.0.0.1:1/aitu",
        "eid.aitu.client-id=7c8e3a30-7d0a-4c8f-9b35-0a6c3f1f2b11", "eid.aitu.client-secret=secret-of-test",
        "eid.aitu.redirect-uri=http://127.0.0.1:2/aitu/callback", "eid.identification.public-url=http://127.0.0.1:2"})
class IdentificationOnTest extends ConsentTest {

    @Autowired
    private CamelContext camel;

    @Autowired
    private AuthorizationLink link;

    @Test
    void whenThereIsABaseThenTheRoutesStand() throws Exception {
        assertThat(camel.getRoutes()).extracting(Route::getRouteId)
                .contains("send-claim", "exchange-token", "aitu-token", "trusted-phone", "aitu-keys");
        assertThat(link.redirectUri()).hasToString("http://127.0.0.1:2/aitu/callback");
        assertThat(manage("/health/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    void whenTheProviderIsAwayThenTheFailureIsTreatedAndCounted() throws Exception {
        try (ProducerTemplate calls = camel.createProducerTemplate()) {
            Exchange exchange = calls.request("direct:exchange-token", it -> Map.of("code", "a", "redirectUri", "b")
                    .forEach(it::setVariable));

            assertThat(exchange.getException()).isNull();
            assertThat(exchange.getVariable("failure", Failure.class)).hasMessage("id-token keys-unavailable");
            assertThat(exchange.getVariable("kind")).isEqualTo("retry");
        }
        assertThat(manage("/prometheus").body()).contains("code=\"keys-unavailable\",family=\"id-token\",kind=\"retry\"");
    }
}
