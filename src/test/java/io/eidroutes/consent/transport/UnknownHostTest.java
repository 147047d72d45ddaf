package io.eidroutes.consent.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.eidroutes.consent.ConsentTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** The name of the endpoint is not known to DNS, and never will be: {@code .invalid} is reserved for that. */
@TestPropertySource(properties = {
        "eid.smev.endpoint=http://smev.invalid/smev/ws", "eid.smev.poll-idle=1h", "eid.consent.end-of-life=5s"})
@DirtiesContext
class UnknownHostTest extends ConsentTest {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whenTheHostIsUnknownThenTheClaimIsHeldAndEndsAtItsDeadlineAsNeverSent() throws Exception {
        String id = claimId(post(example().toString(), "Prefer", "respond-async"));

        await().untilAsserted(() -> assertThat(jdbc.sql("select tries from open_claim where claim_id = :id")
                .param("id", UUID.fromString(id)).query(Integer.class).single()).isGreaterThanOrEqualTo(2));
        assertThat(failures("transport", "unknown-host", "retry")).isGreaterThanOrEqualTo(2);
        assertThat(jdbc.sql("select ever_unclear from attempt where claim_id = :id").param("id", UUID.fromString(id))
                .query(Boolean.class).list()).containsExactly(false);

        JsonNode ended = await().atMost(Duration.ofSeconds(20)).until(() -> JSON.readTree(get(id).body()),
                claim -> claim.path("state").asText().equals("expired"));
        assertThat(ended.at("/response/status").asText()).isEqualTo("FAULT");
        assertThat(ended.at("/response/error_status_info/code").asText()).isEqualTo("EID-DEADLINE");
    }
}
