package io.eidroutes.smev;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/** Reads the signing key from the place that {@code eid.smev.signing} names. */
public final class SigningKeys {

    private static final String SETTINGS = "eid.smev.signing";

    private SigningKeys() {
    }

    /**
     * @throws IllegalArgumentException naming the setting, when the key cannot be read, its certificate is missing
     *                                  or is not for that key
     */
    public static Signer load(SmevSettings.Signing signing, GostProvider gost) {
        return signing.keyStore().isPresent() ? fromKeyStore(signing, gost) : fromPem(signing, gost);
    }

    /**
     * The certificates that come with the key, its own first, as far as they are there.
     *
     * @throws IllegalArgumentException as {@link #load}
     */
    public static List<X509Certificate> chain(SmevSettings.Signing signing) {
        if (signing.keyStore().isEmpty()) {
            return Certificates.load(SETTINGS + ".certificate", List.of(signing.certificate().orElseThrow()));
        }
        KeyStore store = open(signing.keyStore().orElseThrow(), signing.keyStorePassword().orElse("").toCharArray());
        try {
            List<X509Certificate> chain = new ArrayList<>();
            for (Certificate certificate : store.getCertificateChain(alias(store, signing.keyAlias()))) {
                chain.add((X509Certificate) certificate);
            }
            return List.copyOf(chain);
        } catch (GeneralSecurityException | RuntimeException unreadable) {
            throw new IllegalArgumentException(SETTINGS + ".key-store: its key cannot be read");
        }
    }

    private static Signer fromKeyStore(SmevSettings.Signing signing, GostProvider gost) {
        char[] password = signing.keyStorePassword().map(String::toCharArray).orElseGet(() -> new char[0]);
        KeyStore store = open(signing.keyStore().orElseThrow(), password);
        try {
            String alias = alias(store, signing.keyAlias());
            Key key = store.getKey(alias, password);
            if (key instanceof PrivateKey privateKey && store.getCertificate(alias) instanceof X509Certificate certificate) {
                return signer(privateKey, certificate, gost);
            }
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalArgumentException(SETTINGS + ".key-store: its key cannot be read");
        }
        throw new IllegalArgumentException(SETTINGS + ".key-alias names no private key with a certificate");
    }

    private static KeyStore open(String location, char[] password) {
        try (InputStream in = Certificates.resource(location).getInputStream()) {
            KeyStore store = KeyStore.getInstance("PKCS12", BouncyCastle.PROVIDER);
            store.load(in, password);
            return store;
        } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
            throw new IllegalArgumentException(SETTINGS + ".key-store: " + location
                    + " cannot be opened as PKCS#12 with " + SETTINGS + ".key-store-password");
        }
    }

    private static String alias(KeyStore store, Optional<String> wanted) throws GeneralSecurityException {
        if (wanted.isPresent()) {
            return wanted.get();
        }
        List<String> keys = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                keys.add(alias);
            }
        }
        if (keys.size() != 1) {
            throw new IllegalArgumentException(SETTINGS + ".key-alias must be set: the key store holds "
                    + keys.size() + " keys");
        }
        return keys.get(0);
    }

    private static Signer fromPem(SmevSettings.Signing signing, GostProvider gost) {
        PrivateKey key = privateKey(signing.privateKey().orElseThrow());
        String setting = SETTINGS + ".certificate";
        return signer(key, Certificates.load(setting, List.of(signing.certificate().orElseThrow())).get(0), gost);
    }

    private static PrivateKey privateKey(String location) {
        try (InputStream in = Certificates.resource(location).getInputStream();
                PemReader pem = new PemReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            for (PemObject object = pem.readPemObject(); object != null; object = pem.readPemObject()) {
                if ("PRIVATE KEY".equals(object.getType())) {
                    return KeyFactory.getInstance("ECGOST3410-2012", BouncyCastle.PROVIDER)
                            .generatePrivate(new PKCS8EncodedKeySpec(object.getContent()));
                }
            }
        } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
            throw notAKey(location);
        }
        throw notAKey(location);
    }

    private static IllegalArgumentException notAKey(String location) {
        return new IllegalArgumentException(SETTINGS + ".private-key: " + location
                + " cannot be read as an unencrypted PKCS#8 GOST R 34.10-2012 key in PEM");
    }

    private static Signer signer(PrivateKey key, X509Certificate certificate, GostProvider gost) {
        try {
            return gost.signer(key, certificate);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(SETTINGS + ": " + wrong.getMessage());
        }
    }
}
