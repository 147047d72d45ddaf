package io.eidroutes.smev;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings for tests, bound with their defaults. */
final class SmevSettingsSamples {

    private SmevSettingsSamples() {
    }

    /** The shortest settings that are accepted, with these changes; names without {@code eid.smev.}. */
    static SmevSettings with(Map<String, String> changes) {
        Map<String, String> all = new HashMap<>(Map.of("eid.smev.endpoint", "http://smev.test/ws",
                "eid.smev.routing-codes", "DEV", "eid.smev.signing.key-store", "key.p12"));
        for (Map.Entry<String, String> change : changes.entrySet()) {
            all.put("eid.smev." + change.getKey(), change.getValue());
        }
        return new Binder(new MapConfigurationPropertySource(all)).bindOrCreate("eid.smev", SmevSettings.class);
    }
}
