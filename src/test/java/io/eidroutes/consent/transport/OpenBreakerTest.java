package io.eidroutes.consent.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eidroutes.consent.settings.OtherSettingsTest;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** СМЭВ has failed for a while: it is left alone, claims wait as they are, and the pollers find out when it is back. */
class OpenBreakerTest extends OtherSettingsTest {

    /** More than the settings' window has. */
    private static final int WINDOW = 101;

    @Autowired
    private CamelContext camel;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void mend() {
        FRONT.open(SERVER, true);
    }

    @Test
    void whenTheBreakerIsOpenThenNothingIsSignedAndClaimsGoOutOnceSmevIsBack() throws Exception {
        FRONT.close();
        try (ProducerTemplate calls = camel.createProducerTemplate()) {
            for (int call = 0; state("open") == 0 && call < WINDOW; call++) {
                calls.request("direct:smev-get-response", exchange -> { });
            }
        }
        double refused = failures("transport", "circuit-open", "retry");
        await().until(() -> failures("transport", "circuit-open", "retry") > refused);

        String id = claimId(post(example().toString(), "Prefer", "respond-async"));

        await().until(() -> failures("transport", "circuit-open", "retry") > refused + 2);
        assertThat(JSON.readTree(get(id).body()).path("state").asText()).isEqualTo("accepted");
        assertThat(jdbc.sql("select tries from open_claim where claim_id = :id").param("id", UUID.fromString(id))
                .query(Integer.class).single()).isZero();
        assertThat(jdbc.sql("select count(*) from attempt where claim_id = :id").param("id", UUID.fromString(id))
                .query(Integer.class).single()).isZero();

        mend();

        await().untilAsserted(() -> assertThat(JSON.readTree(get(id).body()).path("response").toString()).isEqualTo(SUCCEEDED));
        assertThat(state("closed")).isEqualTo(1);
        assertThat(smev().received().totals().accepted()).isEqualTo(1);
    }

    private double state(String state) throws Exception {
        return manage("/prometheus").body().lines()
                .filter(line -> line.startsWith("resilience4j_circuitbreaker_state{") && line.contains("name=\"smev\"")
                        && line.contains("state=\"" + state + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ')))).sum();
    }
}
