package io.eidroutes.smev;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;

/**
 * The functions of OpenSSL's libcrypto that {@link OpenSslGost} calls, under their own names (manual pages of OpenSSL 3,
 * section 3; those of engines are deprecated there, yet the GOST provider of today's distributions has no signatures).
 * {@code size_t} is a {@code long}: only 64-bit systems are spoken to.
 */
final class LibCrypto {

    private LibCrypto() {
    }

    /**
     * Binds the functions, once for the process.
     *
     * @throws UnsatisfiedLinkError when there is no such library, or it lacks one of them
     */
    static void bind(String library) {
        Native.register(LibCrypto.class, NativeLibrary.getInstance(library));
    }

    static native int OPENSSL_init_crypto(long options, Pointer settings);

    static native Pointer ENGINE_by_id(String id);

    static native int ENGINE_init(Pointer engine);

    static native int ENGINE_set_default(Pointer engine, int methods);

    static native Pointer EVP_get_digestbyname(String name);

    static native Pointer d2i_AutoPrivateKey(Pointer none, PointerByReference der, long length);

    static native Pointer d2i_PUBKEY(Pointer none, PointerByReference der, long length);

    static native void EVP_PKEY_free(Pointer key);

    static native Pointer EVP_MD_CTX_new();

    static native void EVP_MD_CTX_free(Pointer context);

    static native int EVP_DigestSignInit(Pointer context, Pointer none, Pointer digest, Pointer engine, Pointer key);

    static native int EVP_DigestSign(Pointer context, byte[] signature, long[] length, byte[] octets, long octetsLength);

    static native int EVP_DigestVerifyInit(Pointer context, Pointer none, Pointer digest, Pointer engine, Pointer key);

    static native int EVP_DigestVerify(Pointer context, byte[] signature, long length, byte[] octets, long octetsLength);

    static native void ERR_clear_error();
}
