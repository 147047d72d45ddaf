package io.eidroutes.check;

import io.eidroutes.smev.Certificates;
import io.eidroutes.smev.SmevSettings;
import java.util.List;

/** Whose signatures are believed in answers. */
final class TrustCheck implements Check {

    @Override
    public void look(CheckedSettings settings, Findings findings) {
        settings.of(SmevSettings.class).ifPresent(smev -> {
            look("eid.smev.trust.smev", smev.trust().smev(), "SMEV", findings);
            look("eid.smev.trust.senders", smev.trust().senders(), "the answering systems", findings);
        });
    }

    private static void look(String setting, List<String> locations, String whose, Findings findings) {
        if (locations.isEmpty()) {
            findings.warn(setting, "it is empty, so the signature of " + whose + " is not verified",
                    "name the certificates that " + whose + " sign with, or their authority's");
        } else {
            findings.loaded(setting, () -> Certificates.load(setting, locations)).ifPresent(certificates ->
                    CertificateDates.look(setting, certificates, "get the one that is in use now and name it here", findings));
        }
    }
}
