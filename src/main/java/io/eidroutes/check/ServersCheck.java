package io.eidroutes.check;

import io.eidroutes.identification.provider.AituSettings;
import io.eidroutes.smev.SmevSettings;
import java.util.Set;
import java.util.TreeSet;

/** The two ports, and what the one without a password shows. */
final class ServersCheck implements Check {

    private static final String EXPOSED = "management.endpoints.web.exposure.include";
    /** These show settings or memory, or change how it runs. */
    private static final Set<String> TELLTALE = Set.of("*", "env", "configprops", "heapdump", "threaddump", "loggers", "shutdown", "beans", "mappings");

    @Override
    public void look(CheckedSettings settings, Findings findings) {
        String port = settings.text("server.port").orElse("8080");
        String management = settings.text("management.server.port").orElse(port);
        if (management.equals(port) && !port.equals("0")) {
            findings.error("management.server.port", "it is server.port, where everybody reaches what has no password",
                    "give it a port of its own, 8081 for instance, that only the platform reaches");
        } else {
            findings.ok("management.server.port", "it is not the public port");
        }
        Set<String> telltale = new TreeSet<>();
        for (String name : settings.text(EXPOSED).orElse("").split("\\s*,\\s*")) {
            if (TELLTALE.contains(name)) {
                telltale.add(name);
            }
        }
        if (!telltale.isEmpty()) {
            findings.error(EXPOSED, "it shows " + telltale + ", which hold secrets or people's data", "take them out");
        }
        boolean production = settings.of(AituSettings.class).flatMap(AituSettings::base).filter(AituSettings::isProduction).isPresent()
                || settings.of(SmevSettings.class).filter(smev -> smev.routingCodes().contains("PROD")).isPresent();
        if (production && Set.of(settings.environment().getActiveProfiles()).contains("dev")) {
            findings.warn("spring.profiles.active", "the profile dev is on in production", "take it out: whoever writes a file under the routes would run it");
        }
    }
}
