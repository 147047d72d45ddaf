package io.eidroutes.smev;

import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The provider that every GOST operation names. It is not put into the list of {@link java.security.Security}, so
 * that nothing else in the process, TLS for one, changes its algorithms because of us.
 */
final class BouncyCastle {

    static final Provider PROVIDER = new BouncyCastleProvider();

    private BouncyCastle() {
    }
}
