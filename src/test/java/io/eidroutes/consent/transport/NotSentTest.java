package io.eidroutes.consent.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eidroutes.consent.settings.OtherSettingsTest;
import io.eidroutes.simulator.smev.Received;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** No connection comes about: certainly nothing was sent. The claim is held and tried again, and is sent once that is mended. */
abstract class NotSentTest extends OtherSettingsTest {

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void mend() {
        FRONT.open(SERVER, true);
    }

    /** @param code of the failure, whose cause is there already */
    void assertHeldUntilMended(String code) throws Exception {
        double before = failures("transport", code, "retry");
        // A poll failed by that code: no connection from before is left.
        await().until(() -> failures("transport", code, "retry") > before);

        String id = claimId(post(example().toString(), "Prefer", "respond-async"));

        await().untilAsserted(() -> assertThat(jdbc.sql("select tries from open_claim where claim_id = :id")
                .param("id", UUID.fromString(id)).query(Integer.class).single()).isGreaterThanOrEqualTo(2));
        assertThat(JSON.readTree(get(id).body()).path("state").asText()).isEqualTo("sending");
        assertThat(smev().received().totals().sendRequests()).isZero();
        assertThat(jdbc.sql("select ever_unclear from attempt where claim_id = :id").param("id", UUID.fromString(id))
                .query(Boolean.class).list()).containsExactly(false);

        mend();

        await().untilAsserted(() -> assertThat(JSON.readTree(get(id).body()).path("response").toString()).isEqualTo(SUCCEEDED));
        Received received = smev().received();
        assertThat(received.messages()).hasSize(1);
        assertThat(received.totals().accepted()).isEqualTo(1);
    }
}
