package io.eidroutes.smev;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;

/**
 * GOST R 34.10-2012 by OpenSSL 3 with its gost engine, in this process: several times faster than Java, and in
 * constant time. Each signer is tried against BouncyCastle before it is given out, so that the two cannot differ unseen.
 *
 * <p>The engine becomes the default of the libcrypto in this process for what it knows. Nothing else here speaks to
 * libcrypto; Java's TLS does not.
 */
final class OpenSslGost implements GostProvider {

    private static final String SETTINGS = "eid.smev.gost";
    /** OPENSSL_INIT_ENGINE_DYNAMIC: engines are found in the directory of the installation. */
    private static final long DYNAMIC_ENGINES = 0x400L;
    /** ENGINE_METHOD_DIGESTS, _PKEY_METHS and _PKEY_ASN1_METHS. */
    private static final int DIGESTS_AND_KEYS = 0x80 | 0x200 | 0x400;
    private static final int DONE = 1;

    private final Pointer engine;
    private final Cleaner cleaner = Cleaner.create();

    private OpenSslGost(Pointer engine) {
        this.engine = engine;
    }

    /**
     * @param library name or path of libcrypto
     * @param engine  name of the engine
     * @throws IllegalArgumentException naming the setting, when either cannot be loaded
     */
    static OpenSslGost open(String library, String engine) {
        try {
            LibCrypto.bind(library);
        } catch (LinkageError absent) {
            throw new IllegalArgumentException(SETTINGS + ".library: " + library + " cannot be loaded as libcrypto of OpenSSL 3");
        }
        LibCrypto.OPENSSL_init_crypto(DYNAMIC_ENGINES, Pointer.NULL);
        Pointer found = LibCrypto.ENGINE_by_id(engine);
        if (found == null || LibCrypto.ENGINE_init(found) != DONE || LibCrypto.ENGINE_set_default(found, DIGESTS_AND_KEYS) != DONE) {
            LibCrypto.ERR_clear_error();
            throw new IllegalArgumentException(SETTINGS + ".engine: OpenSSL finds no engine " + engine
                    + "; it comes with the package libengine-gost-openssl");
        }
        return new OpenSslGost(found);
    }

    @Override
    public Signer signer(PrivateKey privateKey, X509Certificate certificate) {
        // Refuses a key of another kind or certificate, in the same words.
        new BouncyCastleSigner(privateKey, certificate);
        PublicKey publicKey = Certificates.publicKey(certificate);
        NativeSigner signer = new NativeSigner(certificate,
                key(GostAlgorithm.required(publicKey), privateKey.getEncoded(), LibCrypto::d2i_AutoPrivateKey));
        if (!BouncyCastleSigner.belongsTo(publicKey, signer)) {
            throw new IllegalArgumentException("what OpenSSL signs with the private key does not verify");
        }
        return signer;
    }

    @Override
    public Verifier verifier(PublicKey publicKey) {
        return new NativeVerifier(key(GostAlgorithm.required(publicKey), publicKey.getEncoded(), LibCrypto::d2i_PUBKEY));
    }

    /** Reads a key in DER. */
    private interface Reader {
        Pointer read(Pointer none, PointerByReference der, long length);
    }

    /** A key of OpenSSL's and the digest that goes with it; freed when nobody has it any more. */
    private record NativeKey(GostAlgorithm algorithm, Pointer pointer, Pointer digest) {
    }

    private NativeKey key(GostAlgorithm algorithm, byte[] der, Reader reader) {
        try (Memory copy = new Memory(der.length)) {
            copy.write(0, der, 0, der.length);
            Pointer pointer = reader.read(Pointer.NULL, new PointerByReference(copy), der.length);
            copy.clear();
            if (pointer == null) {
                LibCrypto.ERR_clear_error();
                throw new IllegalArgumentException("OpenSSL cannot read the key");
            }
            NativeKey key = new NativeKey(algorithm, pointer, LibCrypto.EVP_get_digestbyname(
                    algorithm == GostAlgorithm.GOST_2012_256 ? "md_gost12_256" : "md_gost12_512"));
            cleaner.register(key, () -> LibCrypto.EVP_PKEY_free(pointer));
            return key;
        }
    }

    /** What is done with a context of its own, since contexts are not shared between threads. */
    private interface Work {
        boolean done(Pointer context);
    }

    private static boolean within(NativeKey key, Work work) {
        Pointer context = LibCrypto.EVP_MD_CTX_new();
        try {
            boolean done = work.done(context);
            if (!done) {
                LibCrypto.ERR_clear_error();
            }
            return done;
        } finally {
            LibCrypto.EVP_MD_CTX_free(context);
            Reference.reachabilityFence(key);
        }
    }

    private final class NativeSigner implements Signer {

        private final X509Certificate certificate;
        private final NativeKey key;

        NativeSigner(X509Certificate certificate, NativeKey key) {
            this.certificate = certificate;
            this.key = key;
        }

        @Override
        public GostAlgorithm algorithm() {
            return key.algorithm();
        }

        @Override
        public X509Certificate certificate() {
            return certificate;
        }

        @Override
        public byte[] sign(byte[] octets) {
            byte[] signature = new byte[key.algorithm().signatureBytes()];
            long[] length = {signature.length};
            boolean signed = within(key, context ->
                    LibCrypto.EVP_DigestSignInit(context, Pointer.NULL, key.digest(), engine, key.pointer()) == DONE
                            && LibCrypto.EVP_DigestSign(context, signature, length, octets, octets.length) == DONE);
            if (!signed || length[0] != signature.length) {
                throw new IllegalStateException("OpenSSL has not signed");
            }
            return signature;
        }
    }

    private final class NativeVerifier implements Verifier {

        private final NativeKey key;

        NativeVerifier(NativeKey key) {
            this.key = key;
        }

        @Override
        public GostAlgorithm algorithm() {
            return key.algorithm();
        }

        @Override
        public boolean verifies(byte[] octets, byte[] signature) {
            return signature.length == key.algorithm().signatureBytes() && within(key, context ->
                    LibCrypto.EVP_DigestVerifyInit(context, Pointer.NULL, key.digest(), engine, key.pointer()) == DONE
                            && LibCrypto.EVP_DigestVerify(context, signature, signature.length, octets, octets.length) == DONE);
        }
    }
}
