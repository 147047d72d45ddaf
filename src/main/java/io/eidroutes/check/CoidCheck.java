package io.eidroutes.check;

import io.eidroutes.http.WebAddresses;
import io.eidroutes.identification.person.CoidSettings;
import java.net.URI;
import java.util.Optional;

/** Whether the ЦОИД adapter answers. It is asked for nobody. */
final class CoidCheck implements Check {

    private static final String SETTING = "eid.coid.base";

    @Override
    public void look(CheckedSettings settings, Findings findings) {
        if (settings.identification()) {
            settings.of(CoidSettings.class).flatMap(CoidSettings::base).ifPresent(base -> look(base, findings));
        }
    }

    private static void look(URI base, Findings findings) {
        if (!WebAddresses.isPrivate(base)) {
            findings.warn(SETTING, "personal data come from it unencrypted", "let it be https, or keep the way to it inside");
        }
        Knock.get(SETTING, base, Optional.empty(), findings).ifPresent(answer -> {
            if (answer.status() >= 500) {
                findings.warn(SETTING, "it answers " + answer.status(), "see whether the adapter is in order");
            } else {
                findings.ok(SETTING, "it answers (HTTP " + answer.status() + ")");
            }
        });
    }
}
