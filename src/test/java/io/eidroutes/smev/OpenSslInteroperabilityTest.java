package io.eidroutes.smev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;

/**
 * Another implementation of GOST verifies our envelopes: OpenSSL with the gost engine (Debian package
 * {@code libengine-gost-openssl}). Left out where that is not installed.
 */
class OpenSslInteroperabilityTest {

    private static final byte[] CONTENT =
            "<c:Root xmlns:c=\"urn:c\"><c:a>Пётр ]]&gt; &#13;</c:a></c:Root>".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @BeforeAll
    static void engineIsThere() throws InterruptedException {
        try {
            Process engine = new ProcessBuilder("openssl", "engine", "-t", "gost").redirectErrorStream(true).start();
            byte[] said = engine.getInputStream().readAllBytes();
            boolean available = engine.waitFor() == 0
                    && new String(said, StandardCharsets.UTF_8).contains("[ available ]");
            assumeTrue(available, "OpenSSL has no gost engine");
        } catch (IOException notInstalled) {
            assumeTrue(false, "OpenSSL is not installed");
        }
    }

    @ParameterizedTest
    @EnumSource(GostAlgorithm.class)
    void whenWeSignThenOpenSslVerifiesSignatureAndDigest(GostAlgorithm algorithm) throws Exception {
        GostKeys keys = GostKeys.selfSigned(algorithm, "bank");
        byte[] envelope = new Envelopes(SmevSettingsSamples.with(Map.of()), keys.signer(), Clock.systemUTC())
                .sendRequest(new MessageIds(Clock.systemUTC()).next(), CONTENT, Instant.parse("2026-03-08T00:00:00Z"));
        SignedParts parts = SignedParts.of(new XmlReader().read(envelope).orElseThrow());
        write("certificate.der", parts.certificate());
        write("info.xml", parts.signedInfo());
        write("signature.bin", parts.signatureValue());
        write("target.xml", parts.digestedOctets());
        String digest = digest(algorithm);

        openssl("x509", "-engine", "gost", "-inform", "DER", "-in", "certificate.der", "-noout", "-pubkey", "-out", "public.pem");

        assertThat(openssl("dgst", "-engine", "gost", "-" + digest, "-verify", "public.pem",
                "-signature", "signature.bin", "info.xml")).contains("Verified OK");
        openssl("dgst", "-engine", "gost", "-" + digest, "-binary", "-out", "digest.bin", "target.xml");
        assertThat(Files.readAllBytes(folder.resolve("digest.bin"))).isEqualTo(parts.digest());
    }

    @ParameterizedTest
    @CsvSource({"GOST_2012_256, TCA", "GOST_2012_512, A"})
    void whenOpenSslMadeTheKeyThenWeSignWithIt(GostAlgorithm algorithm, String curve) throws Exception {
        openssl("req", "-engine", "gost", "-x509", "-newkey", algorithm.name().toLowerCase(Locale.ROOT).replace("gost_", "gost"),
                "-pkeyopt", "paramset:" + curve, "-nodes", "-subj", "/CN=bank", "-" + digest(algorithm),
                "-keyout", "key.pem", "-out", "certificate.pem");

        Signer signer = SigningKeys.load(new SmevSettings.Signing(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(folder.resolve("key.pem").toString()), Optional.of(folder.resolve("certificate.pem").toString())), new BouncyCastleGost());

        assertThat(signer.algorithm()).isEqualTo(algorithm);
    }

    @Test
    void whenOpenSslSignsThenWeVerify() throws Exception {
        GostKeys keys = GostKeys.selfSigned(GostAlgorithm.GOST_2012_256, "smev");
        Files.writeString(folder.resolve("key.pem"), keys.privateKeyPem());
        Document reply = Answers.sign(Answers.read(Answers.queued()), new OpenSslSigner(keys), "MessageMetadata", "SMEVSignature");

        new SignatureVerifier(List.of(keys.certificate()), List.of(), new BouncyCastleGost(), Clock.systemUTC()).verifySendRequestReply(reply);

        assertThat(Answers.only(reply, "SignatureValue").getTextContent()).hasSize(88);
    }

    /** A signer outside of the process, as a remote one would be. */
    private final class OpenSslSigner implements Signer {

        private final GostKeys keys;

        OpenSslSigner(GostKeys keys) {
            this.keys = keys;
        }

        @Override
        public GostAlgorithm algorithm() {
            return keys.algorithm();
        }

        @Override
        public X509Certificate certificate() {
            return keys.certificate();
        }

        @Override
        public byte[] sign(byte[] octets) {
            try {
                write("octets.bin", octets);
                openssl("dgst", "-engine", "gost", "-" + digest(keys.algorithm()), "-sign", "key.pem",
                        "-out", "signature.bin", "octets.bin");
                return Files.readAllBytes(folder.resolve("signature.bin"));
            } catch (IOException | InterruptedException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    private static String digest(GostAlgorithm algorithm) {
        return algorithm == GostAlgorithm.GOST_2012_256 ? "md_gost12_256" : "md_gost12_512";
    }

    private void write(String name, byte[] octets) throws IOException {
        Files.write(folder.resolve(name), octets);
    }

    private String openssl(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
