import java.io.FileInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import io.eidroutes.smev.BouncyCastleSigner;
import io.eidroutes.smev.Signer;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The floor of a claim: the bare GOST R 34.10-2012 signatures and verifications (256 bits) and GOST R 34.11-2012 digests
 * that the protocol makes each claim pay, with the default signer and nothing around them. Three envelopes are
 * signed (SendRequest, GetResponse, Ack), three signatures are verified (of СМЭВ in the answer to SendRequest, of СМЭВ
 * and of the answering system in the answer to GetResponse), and each covers one digested element.
 *
 * <p>Arguments: PKCS#12 file, password, request file, rounds. Prints CPU milliseconds per claim.
 */
public final class Floor {

    private static final String DIGEST = "GOST3411-2012-256";
    private static final String SIGNATURE = "GOST3411-2012-256WITHECGOST3410-2012-256";
    /** A canonical SignedInfo with one reference and two transforms. */
    private static final int SIGNED_INFO = 800;
    /** SenderProvidedRequestData around the content, MessageTypeSelector, AckTargetMessage. */
    private static final int[] SENT = {1000, 450, 200};
    /** MessageMetadata, Response, SenderProvidedResponseData. */
    private static final int[] RECEIVED = {600, 1700, 800};

    public static void main(String[] args) throws Exception {
        BouncyCastleProvider provider = new BouncyCastleProvider();
        KeyStore store = KeyStore.getInstance("PKCS12", provider);
        try (FileInputStream file = new FileInputStream(args[0])) {
            store.load(file, args[1].toCharArray());
        }
        String alias = store.aliases().nextElement();
        PrivateKey key = (PrivateKey) store.getKey(alias, args[1].toCharArray());
        X509Certificate certificate = (X509Certificate) store.getCertificate(alias);
        PublicKey publicKey = certificate.getPublicKey();
        Signer signer = new BouncyCastleSigner(key, certificate);
        byte[] content = Files.readString(Path.of(args[2])).getBytes(StandardCharsets.UTF_8);
        int rounds = Integer.parseInt(args[3]);

        byte[] signedInfo = new byte[SIGNED_INFO];
        Signature verifier = Signature.getInstance(SIGNATURE, provider);
        MessageDigest digest = MessageDigest.getInstance(DIGEST, provider);
        long measured = 0;
        for (int round = -rounds; round < rounds; round++) {
            long before = cpu();
            for (int i = 0; i < SENT.length; i++) {
                digest.digest(new byte[SENT[i] + (i == 0 ? content.length : 0)]);
                signedInfo[0] = (byte) round;
                signedInfo[1] = (byte) i;
                byte[] signature = signer.sign(signedInfo);
                digest.digest(new byte[RECEIVED[i]]);
                verifier.initVerify(publicKey);
                verifier.update(signedInfo);
                if (!verifier.verify(signature)) {
                    throw new IllegalStateException("a signature did not verify");
                }
            }
            if (round >= 0) {
                measured += cpu() - before;
            }
        }
        System.out.printf(java.util.Locale.ROOT, "floor_cpu_ms_per_claim=%.2f%n", measured / 1e6 / rounds);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
