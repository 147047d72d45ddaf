package io.eidroutes.consent.settings;

import io.eidroutes.consent.ConsentTest;
import io.eidroutes.simulator.TlsAuthority;
import io.eidroutes.simulator.TlsFront;
import io.eidroutes.smev.GostAlgorithm;
import io.eidroutes.smev.GostKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * The application set up otherwise in what the other tests leave at its default: an endpoint that demands a client
 * certificate, one connection to it, a signing key of 512 bits in PEM, the oldest schema, structural validation, signature
 * faults that end a claim, one system that may answer. One application, since each costs its start; a node of its own,
 * since it shares СМЭВ's queue with the other tests' application.
 */
@TestPropertySource(properties = {
        "eid.smev.endpoint=https://127.0.0.1:${front.port}/smev/ws",
        "eid.smev.node-id=other-settings",
        "eid.smev.poll-idle=300ms",
        "eid.smev.pollers=1",
        "eid.smev.http.connections=1",
        "eid.smev.signature-faults=fault",
        "eid.smev.provider-mnemonics=emu",
        "eid.smev.breaker.window=100",
        "eid.smev.breaker.pause=1s",
        "eid.smev.schema-version=1.1",
        "eid.smev.signing.key-store=",
        "eid.smev.tls.key-store-password=" + TlsAuthority.PASSWORD,
        "eid.smev.tls.trust-store-password=" + TlsAuthority.PASSWORD,
        "eid.consent.validation.mode=structural"})
public abstract class OtherSettingsTest extends ConsentTest {

    protected static final String ADDRESS = "127.0.0.1";
    protected static final TlsAuthority AUTHORITY = new TlsAuthority("Authority of tests");
    protected static final TlsAuthority.Identity SERVER = AUTHORITY.issue("Gateway", ADDRESS);
    protected static final TlsAuthority.Identity CLIENT = AUTHORITY.issue("Organisation", "");
    protected static final TlsFront FRONT = new TlsFront(AUTHORITY, simulatorsPort(), SERVER, true);
    private static final GostKeys KEY = GostKeys.selfSigned(GostAlgorithm.GOST_2012_512, "Organisation");

    @DynamicPropertySource
    static void otherSettings(DynamicPropertyRegistry registry) throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), "test-keys-");
        Path key = Files.writeString(folder.resolve("organisation.key"), KEY.privateKeyPem());
        Path certificate = Files.writeString(folder.resolve("organisation.pem"), KEY.certificatePem());
        Path client = CLIENT.writeTo(folder.resolve("client.p12"));
        Path trust = AUTHORITY.writeTrustTo(folder.resolve("trust.p12"));
        registry.add("front.port", FRONT::port);
        registry.add("eid.smev.signing.private-key", key::toString);
        registry.add("eid.smev.signing.certificate", certificate::toString);
        registry.add("eid.smev.tls.key-store", client::toString);
        registry.add("eid.smev.tls.trust-store", trust::toString);
        smev().registerCertificate(KEY.certificate());
    }
}
