package io.eidroutes.smev;

import io.eidroutes.WrongSetting;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** TLS of the connection to СМЭВ, as {@code eid.smev.tls} says; without a trust store the platform's own is used. */
public final class SmevTls {

    private SmevTls() {
    }

    /** @throws WrongSetting when a key store cannot be read, or its password does not fit */
    public static SSLContext context(SmevSettings.Tls tls) {
        try {
            KeyManagerFactory keys = null;
            if (tls.keyStore().isPresent()) {
                keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
                keys.init(keyStore(tls.keyStore().get(), password(tls.keyStorePassword())), password(tls.keyStorePassword()));
            }
            TrustManagerFactory trust = null;
            if (tls.trustStore().isPresent()) {
                trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                trust.init(keyStore(tls.trustStore().get(), password(tls.trustStorePassword())));
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys == null ? null : keys.getKeyManagers(), trust == null ? null : trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new WrongSetting("eid.smev.tls", "a key store or its password does not fit");
        }
    }

    /**
     * The certificates of a store: the first of each key's chain, and those that are trusted.
     *
     * @throws WrongSetting as above
     */
    public static List<X509Certificate> certificates(String location, Optional<String> password) {
        try {
            KeyStore store = keyStore(location, password(password));
            List<X509Certificate> found = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                Certificate certificate = store.getCertificate(alias);
                if (certificate instanceof X509Certificate x509) {
                    found.add(x509);
                }
            }
            return List.copyOf(found);
        } catch (GeneralSecurityException | IOException e) {
            throw new WrongSetting("eid.smev.tls", "a key store or its password does not fit");
        }
    }

    private static char[] password(Optional<String> password) {
        return password.orElse("").toCharArray();
    }

    private static KeyStore keyStore(String location, char[] password) throws GeneralSecurityException, IOException {
        try (InputStream stream = Certificates.resource(location).getInputStream()) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(stream, password);
            return store;
        }
    }
}
