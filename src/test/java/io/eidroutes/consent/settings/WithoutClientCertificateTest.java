package io.eidroutes.consent.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eidroutes.consent.ConsentTest;
import io.eidroutes.simulator.TlsAuthority;
import io.eidroutes.simulator.TlsFront;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** The application with TLS, no client certificate to show, and schemas 1.2: one application for both, since it costs its start. */
@TestPropertySource(properties = {
        "eid.smev.endpoint=https://127.0.0.1:${front.port}/smev/ws",
        "eid.smev.node-id=without-client-certificate",
        "eid.smev.poll-idle=300ms",
        "eid.smev.pollers=1",
        "eid.smev.schema-version=1.2",
        "eid.smev.tls.trust-store-password=" + TlsAuthority.PASSWORD})
class WithoutClientCertificateTest extends ConsentTest {

    private static final TlsAuthority AUTHORITY = new TlsAuthority("Authority of tests");
    private static final TlsAuthority.Identity SERVER = AUTHORITY.issue("Gateway", "127.0.0.1");
    private static final TlsFront FRONT = new TlsFront(AUTHORITY, simulatorsPort(), SERVER, false);

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void tls(DynamicPropertyRegistry registry) throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), "test-keys-");
        Path trust = AUTHORITY.writeTrustTo(folder.resolve("trust.p12"));
        registry.add("front.port", FRONT::port);
        registry.add("eid.smev.tls.trust-store", trust::toString);
    }

    @AfterEach
    void demandNoMore() {
        FRONT.open(SERVER, false);
    }

    @Test
    void whenTheEndpointDemandsAClientCertificateThenNothingIsSentUntilItDoesNot() throws Exception {
        FRONT.open(SERVER, true);
        double before = failures("transport", "tls-failure", "retry");
        // A poll that was refused: no connection from before is left.
        await().until(() -> failures("transport", "tls-failure", "retry") > before);

        String id = claimId(post(example().toString(), "Prefer", "respond-async"));

        await().untilAsserted(() -> assertThat(jdbc.sql("select tries from open_claim where claim_id = :id")
                .param("id", UUID.fromString(id)).query(Integer.class).single()).isGreaterThanOrEqualTo(2));
        assertThat(JSON.readTree(get(id).body()).path("state").asText()).isEqualTo("sending");
        assertThat(smev().received().totals().sendRequests()).isZero();
        assertThat(jdbc.sql("select ever_unclear from attempt where claim_id = :id").param("id", UUID.fromString(id))
                .query(Boolean.class).list()).containsExactly(false);
        FRONT.open(SERVER, false);
        await().untilAsserted(() -> assertThat(JSON.readTree(get(id).body()).path("response").toString()).isEqualTo(SUCCEEDED));
    }

    @Test
    void whenTheSchemaIs12ThenTheClaimIsSentAnsweredAndAcknowledgedInIt() throws Exception {
        assertThat(answerTo(example())).isEqualTo(JSON.readTree(SUCCEEDED));

        await().untilAsserted(() -> assertThat(smev().received().totals().acks()).isEqualTo(1));
        assertThat(smev().received().messages()).singleElement().satisfies(message -> {
            assertThat(message.schema()).isEqualTo(Optional.of("1.2"));
            assertThat(message.accepted()).isTrue();
        });
    }
}
