package io.eidroutes.check;

import io.eidroutes.delivery.DeliverySettings;
import io.eidroutes.identification.IdentificationSettings;
import io.eidroutes.identification.person.CoidSettings;
import io.eidroutes.identification.provider.AituSettings;
import io.eidroutes.identification.provider.IinSigner;
import java.net.URI;

/** What identification demands beside the settings of the provider itself. */
final class IdentificationCheck implements Check {

    @Override
    public void look(CheckedSettings settings, Findings findings) {
        if (!settings.identification()) {
            findings.ok("eid.aitu.base", "it is not set, so identification is off");
            return;
        }
        settings.of(AituSettings.class).ifPresent(aitu -> {
            settings.of(CoidSettings.class).ifPresent(coid ->
                    findings.holds("eid.coid", () -> coid.requireBeside(aitu.base().orElseThrow())));
            settings.of(IdentificationSettings.class).ifPresent(ours -> {
                lookAtCallback(aitu, ours, findings);
                lookAtTimes(aitu, ours, settings, findings);
            });
            aitu.iinSignature().privateKey().ifPresent(location -> findings.holds("eid.aitu.iin-signature.private-key",
                    () -> IinSigner.load(location, aitu.iinSignature().encoding())));
        });
    }

    private static void lookAtTimes(AituSettings aitu, IdentificationSettings ours, CheckedSettings settings, Findings findings) {
        findings.holds("eid.identification.exchange-timeout", () -> aitu.requireBeside(ours.exchangeTimeout()));
        settings.of(CoidSettings.class).ifPresent(coid -> settings.of(DeliverySettings.class).ifPresent(deliveries ->
                findings.holds("eid.coid.keep", () -> coid.requireBeside(ours, deliveries))));
    }

    private static void lookAtCallback(AituSettings aitu, IdentificationSettings ours, Findings findings) {
        String setting = "eid.identification.public-url";
        if (!findings.holds(setting, () -> ours.url("/aitu/callback"))) {
            return;
        }
        URI callback = ours.url("/aitu/callback");
        findings.ok(setting, "browsers come back to " + aitu.redirectUri().orElse(callback) + ", which must be registered at Aitu Passport");
        if (aitu.redirectUri().filter(uri -> !uri.equals(callback)).isPresent()) {
            findings.warn("eid.aitu.redirect-uri", "it is not /aitu/callback under " + setting,
                    "see that what stands there leads browsers to our callback, or leave it out");
        }
        if (AituSettings.isProduction(aitu.base().orElseThrow()) && !ours.isSecure()) {
            findings.error(setting, "it is no https URL, with the production stand", "name the URL that browsers reach us at, by https");
        }
    }
}
