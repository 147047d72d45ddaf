package io.eidroutes.check;

import io.eidroutes.smev.SmevSettings;
import io.eidroutes.smev.SmevTls;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Whether СМЭВ's endpoint answers, with the TLS of the settings. */
final class SmevCheck implements Check {

    private static final String SETTING = "eid.smev.endpoint";

    @Override
    public void look(CheckedSettings settings, Findings findings) {
        settings.of(SmevSettings.class).ifPresent(smev -> {
            Optional<SSLContext> tls;
            try {
                tls = Optional.of(SmevTls.context(smev.tls()));
            } catch (RuntimeException wrong) {
                return; // TlsCheck says so.
            }
            Knock.get(SETTING, smev.endpoint(), tls, findings).ifPresent(answer -> {
                switch (answer.status()) {
                    case 401, 403 -> findings.warn(SETTING, "it answers " + answer.status(), "have this system let in, or set eid.smev.tls");
                    case 404 -> findings.warn(SETTING, "it answers 404 to GET", "see whether the path is that of the service");
                    default -> findings.ok(SETTING, "it answers (HTTP " + answer.status() + " to GET); --send-example tries it out");
                }
            });
        });
    }
}
