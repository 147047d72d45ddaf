package io.eidroutes.check;

import io.eidroutes.smev.SmevSettings;
import io.eidroutes.smev.SmevTls;
import java.util.Optional;

/** The client certificate and the trusted certificates of the connection to СМЭВ. */
final class TlsCheck implements Check {

    private static final String SETTING = "eid.smev.tls";

    @Override
    public void look(CheckedSettings settings, Findings findings) {
        settings.of(SmevSettings.class).ifPresent(smev -> {
            SmevSettings.Tls tls = smev.tls();
            store("key-store", tls.keyStore(), tls.keyStorePassword(), findings);
            store("trust-store", tls.trustStore(), tls.trustStorePassword(), findings);
            if (tls.keyStore().isPresent() && "http".equals(smev.endpoint().getScheme())) {
                findings.warn(SETTING + ".key-store", "eid.smev.endpoint is http, so no certificate is shown", "let the endpoint be https");
            }
        });
    }

    private static void store(String name, Optional<String> location, Optional<String> password, Findings findings) {
        String setting = SETTING + "." + name;
        location.ifPresent(store -> {
            try {
                CertificateDates.look(setting, SmevTls.certificates(store, password), "get a new one and name it here", findings);
            } catch (RuntimeException wrong) {
                findings.error(setting, "it cannot be opened as PKCS#12 with " + setting + "-password",
                        "correct the location, or set the password as " + Findings.variable(setting + "-password"));
            }
        });
    }
}
