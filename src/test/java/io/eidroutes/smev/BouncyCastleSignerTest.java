package io.eidroutes.smev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Security;
import java.security.Signature;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BouncyCastleSignerTest {

    private static final byte[] OCTETS = "what is signed".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @EnumSource(GostAlgorithm.class)
    void whenSignedThenTheJcaAlgorithmVerifies(GostAlgorithm algorithm) throws GeneralSecurityException {
        GostKeys keys = GostKeys.selfSigned(algorithm, "signer");
        Signer signer = keys.signer();

        byte[] signature = signer.sign(OCTETS);

        assertThat(signer.algorithm()).isEqualTo(algorithm);
        assertThat(signature).hasSize(algorithm.signatureBytes());
        assertThat(verifies(keys, signature)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"GOST_2012_256,GostR3410-2001-CryptoPro-A", "GOST_2012_256,GostR3410-2001-CryptoPro-XchA",
            "GOST_2012_512,Tc26-Gost-3410-12-512-paramSetB"})
    void whenKeyIsOnAnotherCurveThenItSignsToo(GostAlgorithm algorithm, String curve) throws GeneralSecurityException {
        GostKeys keys = GostKeys.onCurve(algorithm, curve, "signer");

        assertThat(verifies(keys, keys.signer().sign(OCTETS))).isTrue();
    }

    @Test
    void whenSeveralThreadsSignThenEverySignatureVerifies() throws Exception {
        GostKeys keys = GostKeys.selfSigned(GostAlgorithm.GOST_2012_256, "signer");
        Signer signer = keys.signer();
        Callable<byte[]> task = () -> signer.sign(OCTETS);
        List<byte[]> signatures = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<byte[]> done : threads.invokeAll(Collections.nCopies(40, task))) {
                signatures.add(done.get());
            }
        } finally {
            threads.shutdownNow();
        }
        for (byte[] signature : signatures) {
            assertThat(verifies(keys, signature)).isTrue();
        }
    }

    @Test
    void whenKeyDoesNotBelongToTheCertificateThenRefused() {
        GostKeys one = GostKeys.selfSigned(GostAlgorithm.GOST_2012_256, "one");
        GostKeys other = GostKeys.selfSigned(GostAlgorithm.GOST_2012_256, "other");

        assertThatThrownBy(() -> new BouncyCastleSigner(one.privateKey(), other.certificate()))
                .hasMessage("the private key does not belong to the signing certificate");
    }

    @Test
    void whenKeyAndCertificateDifferInSizeThenRefused() {
        GostKeys one = GostKeys.selfSigned(GostAlgorithm.GOST_2012_512, "one");
        GostKeys other = GostKeys.selfSigned(GostAlgorithm.GOST_2012_256, "other");

        assertThatThrownBy(() -> new BouncyCastleSigner(one.privateKey(), other.certificate()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BouncyCastleSigner(other.privateKey(), one.certificate()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whenKeyIsNoGostKeyThenRefused() throws GeneralSecurityException {
        KeyPair rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        GostKeys other = GostKeys.selfSigned(GostAlgorithm.GOST_2012_256, "other");

        assertThatThrownBy(() -> new BouncyCastleSigner(rsa.getPrivate(), other.certificate()))
                .hasMessage("the private key is not a GOST R 34.10-2012 key");
    }

    @Test
    void whenSignerIsMadeThenBouncyCastleIsNotInTheListOfProviders() {
        GostKeys.selfSigned(GostAlgorithm.GOST_2012_256, "signer").signer().sign(OCTETS);
        XmlSecurity.ready();

        assertThat(Security.getProvider("BC")).isNull();
    }

    private static boolean verifies(GostKeys keys, byte[] signature) throws GeneralSecurityException {
        Signature check = Signature.getInstance(keys.algorithm().jcaSignature(), BouncyCastle.PROVIDER);
        check.initVerify(Certificates.publicKey(keys.certificate()));
        check.update(OCTETS);
        return check.verify(signature);
    }
}
