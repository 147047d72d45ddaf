import com.sun.management.OperatingSystemMXBean;
import io.eidroutes.smev.GostProvider;
import io.eidroutes.smev.Signer;
import io.eidroutes.smev.SmevSettings;
import io.eidroutes.smev.Verifier;
import java.io.FileInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The floor of a claim: the bare GOST R 34.10-2012 signatures and verifications (256 bits) and GOST R 34.11-2012 digests
 * that the protocol makes each claim pay, and nothing around them. Three envelopes are
 * signed (SendRequest, GetResponse, Ack), three signatures are verified (of СМЭВ in the answer to SendRequest, of СМЭВ
 * and of the answering system in the answer to GetResponse), and each covers one digested element.
 *
 * <p>All processors work at the same time, as they do when claims are measured: two threads that share a core make each
 * other slower, and the floor must pay that too. So is what the collector costs, which is why the time of the whole
 * process counts.
 *
 * <p>Arguments: PKCS#12 file, password, request file, rounds, GOST provider. Prints CPU milliseconds per claim.
 */
public final class Floor {

    private static final String DIGEST = "GOST3411-2012-256";
    /** A canonical SignedInfo with one reference and two transforms. */
    private static final int SIGNED_INFO = 800;
    /** SenderProvidedRequestData around the content, MessageTypeSelector, AckTargetMessage. */
    private static final int[] SENT = {1000, 450, 200};
    /** MessageMetadata, Response, SenderProvidedResponseData. */
    private static final int[] RECEIVED = {600, 1700, 800};

    private final BouncyCastleProvider provider = new BouncyCastleProvider();
    private final Verifier verifier;
    private final Signer signer;
    private final int content;

    private Floor(String keyStore, String password, String request, GostProvider gost) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12", provider);
        try (FileInputStream file = new FileInputStream(keyStore)) {
            store.load(file, password.toCharArray());
        }
        String alias = store.aliases().nextElement();
        X509Certificate certificate = (X509Certificate) store.getCertificate(alias);
        this.verifier = gost.verifier(certificate.getPublicKey());
        this.signer = gost.signer((PrivateKey) store.getKey(alias, password.toCharArray()), certificate);
        this.content = Files.readString(Path.of(request)).getBytes(StandardCharsets.UTF_8).length;
    }

    public static void main(String[] args) throws Exception {
        Floor floor = new Floor(args[0], args[1], args[2], new SmevSettings.Gost(args[4], "libcrypto.so.3", "gost").open());
        int rounds = Integer.parseInt(args[3]);
        floor.measure(rounds);
        System.out.printf(java.util.Locale.ROOT, "cpu_ms=%.2f%n", floor.measure(rounds));
    }

    /** CPU milliseconds per claim, of that many claims on each processor. */
    private double measure(int rounds) throws Exception {
        int threads = Runtime.getRuntime().availableProcessors();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        List<Callable<Integer>> work = Collections.nCopies(threads, () -> claims(rounds));
        long before = cpu();
        for (Future<Integer> done : executor.invokeAll(work)) {
            done.get();
        }
        long nanos = cpu() - before;
        executor.shutdown();
        return nanos / 1e6 / rounds / threads;
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private int claims(int rounds) throws Exception {
        MessageDigest digest = MessageDigest.getInstance(DIGEST, provider);
        byte[] signedInfo = new byte[SIGNED_INFO];
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < SENT.length; i++) {
                signedInfo[0] = (byte) round;
                signedInfo[1] = (byte) i;
                digest.digest(new byte[SENT[i] + (i == 0 ? content : 0)]);
                byte[] signature = signer.sign(signedInfo);
                digest.digest(new byte[RECEIVED[i]]);
                if (!verifier.verifies(signedInfo, signature)) {
                    throw new IllegalStateException("a signature did not verify");
                }
            }
        }
        return rounds;
    }
}
