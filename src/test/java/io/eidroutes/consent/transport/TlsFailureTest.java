package io.eidroutes.consent.transport;

import io.eidroutes.simulator.TlsAuthority;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The endpoint shows a certificate that must not be believed. */
class TlsFailureTest extends NotSentTest {

    @Test
    void whenNobodyTrustedCertifiesTheEndpointThenTheClaimIsHeldUntilSomebodyDoes() throws Exception {
        FRONT.open(new TlsAuthority("Somebody else").issue("Gateway", ADDRESS), true);

        assertHeldUntilMended("tls-failure");
    }

    @Test
    void whenTheCertificateIsForAnotherHostThenTheClaimIsHeldUntilItIsForThisOne() throws Exception {
        FRONT.open(AUTHORITY.issue("Gateway", "127.0.0.2"), true);

        assertHeldUntilMended("tls-failure");
    }

    @Test
    void whenTheCertificateHasExpiredThenTheClaimIsHeldUntilItIsRenewed() throws Exception {
        FRONT.open(AUTHORITY.issue("Gateway", ADDRESS, Instant.now().minus(Duration.ofHours(1))), true);

        assertHeldUntilMended("tls-failure");
    }
}
