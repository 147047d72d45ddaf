package io.eidroutes.smev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECGOST3410Signer;
import org.bouncycastle.jcajce.provider.asymmetric.util.ECUtil;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every implementation of GOST R 34.10-2012 that can be chosen against the others, and against BouncyCastle's own verification, on
 * random messages: {@code -Dgost.messages=17000} makes more than 100,000 of the six curves. Left out where OpenSSL has no gost engine.
 */
class GostProvidersTest {

    private static final int MESSAGES = Integer.getInteger("gost.messages", 100);

    private static GostProvider openSsl;

    private final GostProvider bouncyCastle = new BouncyCastleGost();

    @BeforeAll
    static void engineIsThere() {
        try {
            openSsl = OpenSslGost.open("libcrypto.so.3", "gost");
        } catch (IllegalArgumentException notInstalled) {
            assumeTrue(false, notInstalled.getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource({"GOST_2012_256,Tc26-Gost-3410-12-256-paramSetA", "GOST_2012_256,GostR3410-2001-CryptoPro-A",
            "GOST_2012_256,GostR3410-2001-CryptoPro-B", "GOST_2012_256,GostR3410-2001-CryptoPro-XchA",
            "GOST_2012_512,Tc26-Gost-3410-12-512-paramSetA", "GOST_2012_512,Tc26-Gost-3410-12-512-paramSetB"})
    void whenOneSignsThenAllVerify(GostAlgorithm algorithm, String curve) throws Exception {
        GostKeys keys = GostKeys.onCurve(algorithm, curve, "signer");
        List<Signer> signers = List.of(bouncyCastle.signer(keys.privateKey(), keys.certificate()),
                openSsl.signer(keys.privateKey(), keys.certificate()));
        List<Verifier> verifiers = List.of(bouncyCastle.verifier(Certificates.publicKey(keys.certificate())),
                openSsl.verifier(Certificates.publicKey(keys.certificate())), plain(keys));

        assertThat(failures(message -> {
            Random random = new Random(message);
            byte[] octets = new byte[1 + random.nextInt(2000)];
            random.nextBytes(octets);
            byte[] signature = signers.get(message % 2).sign(octets);
            return verifiers.stream().allMatch(verifier -> verifier.verifies(octets, signature));
        })).isZero();
    }

    @ParameterizedTest
    @CsvSource({"GOST_2012_256,GostR3410-2001-CryptoPro-A", "GOST_2012_512,Tc26-Gost-3410-12-512-paramSetA"})
    void whenOneBitIsAnotherThenNoneVerifies(GostAlgorithm algorithm, String curve) throws Exception {
        GostKeys keys = GostKeys.onCurve(algorithm, curve, "signer");
        Signer signer = openSsl.signer(keys.privateKey(), keys.certificate());
        List<Verifier> verifiers = List.of(bouncyCastle.verifier(Certificates.publicKey(keys.certificate())),
                openSsl.verifier(Certificates.publicKey(keys.certificate())), plain(keys));

        assertThat(failures(message -> {
            Random random = new Random(message);
            byte[] octets = new byte[200];
            random.nextBytes(octets);
            byte[] signature = signer.sign(octets);
            byte[] changed = random.nextBoolean() ? octets : signature;
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            return verifiers.stream().noneMatch(verifier -> verifier.verifies(octets, signature));
        })).isZero();
    }

    @ParameterizedTest
    @CsvSource({"GOST_2012_256", "GOST_2012_512"})
    void whenSignatureIsOfNoLengthOrOutOfRangeThenNoneVerifies(GostAlgorithm algorithm) {
        GostKeys keys = GostKeys.selfSigned(algorithm, "signer");
        byte[] ones = new byte[algorithm.signatureBytes()];
        Arrays.fill(ones, (byte) 0xff);

        for (GostProvider provider : List.of(bouncyCastle, openSsl)) {
            Verifier verifier = provider.verifier(Certificates.publicKey(keys.certificate()));
            assertThat(verifier.verifies(new byte[10], new byte[0])).isFalse();
            assertThat(verifier.verifies(new byte[10], new byte[algorithm.signatureBytes() - 1])).isFalse();
            assertThat(verifier.verifies(new byte[10], new byte[algorithm.signatureBytes() + 1])).isFalse();
            assertThat(verifier.verifies(new byte[10], new byte[algorithm.signatureBytes()])).isFalse();
            assertThat(verifier.verifies(new byte[10], ones)).isFalse();
        }
    }

    /** In all threads at once, since the application has many. */
    private static long failures(IntPredicate trial) {
        return IntStream.range(0, MESSAGES).parallel().filter(trial.negate()).count();
    }

    /** BouncyCastle's own verification, without the tables. */
    private static Verifier plain(GostKeys keys) throws Exception {
        ECPublicKeyParameters key = (ECPublicKeyParameters) ECUtil.generatePublicKeyParameter(Certificates.publicKey(keys.certificate()));
        return new Verifier() {
            @Override
            public GostAlgorithm algorithm() {
                return keys.algorithm();
            }

            @Override
            public boolean verifies(byte[] octets, byte[] signature) {
                ECGOST3410Signer verifier = new ECGOST3410Signer();
                verifier.init(false, key);
                int half = signature.length / 2;
                return verifier.verifySignature(algorithm().digest(octets), BigIntegers.fromUnsignedByteArray(signature, half, half),
                        BigIntegers.fromUnsignedByteArray(signature, 0, half));
            }
        };
    }
}
