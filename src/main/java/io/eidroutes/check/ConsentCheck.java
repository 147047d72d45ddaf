package io.eidroutes.check;

import io.eidroutes.consent.ConsentSettings;
import io.eidroutes.smev.SmevSettings;
import java.time.Duration;
import org.springframework.boot.convert.DurationStyle;

/** What the settings of consents demand of each other. */
final class ConsentCheck implements Check {

    private static final String REQUEST_TIMEOUT = "spring.mvc.async.request-timeout";

    @Override
    public void look(CheckedSettings settings, Findings findings) {
        if (!settings.consent()) {
            findings.ok("eid.smev.endpoint", "it is not set, so consents are off");
            return;
        }
        settings.of(ConsentSettings.class).ifPresent(consent -> {
            settings.of(SmevSettings.class).ifPresent(smev ->
                    findings.holds("eid.consent.dispatch.lease", () -> consent.dispatch().requireBeside(smev.http())));
            Duration timeout = settings.text(REQUEST_TIMEOUT).map(DurationStyle::detectAndParse).orElse(Duration.ofSeconds(30));
            findings.holds(REQUEST_TIMEOUT, () -> consent.requireBeside(timeout));
        });
        settings.text("eid.smev.signature-faults").filter(word -> !word.matches("wait|fault")).ifPresent(other ->
                findings.error("eid.smev.signature-faults", "there is no such word", "write wait or fault"));
        settings.text("eid.smev.unknown-fault-tries").filter(number -> !number.matches("[1-9]\\d{0,3}")).ifPresent(other ->
                findings.error("eid.smev.unknown-fault-tries", "it is no number from 1 on", "write one, 5 for instance"));
    }
}
