package io.eidroutes;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;

/**
 * Whether a setting is given at all, at a time when what it refers to ({@code ${…}}) may not be known yet. An empty text is
 * none.
 */
public final class GivenSetting {

    private GivenSetting() {
    }

    /** @param name for instance {@code eid.smev.endpoint}; in the environment EID_SMEV_ENDPOINT is the same */
    public static boolean in(Environment settings, String name) {
        ConfigurationPropertyName property = ConfigurationPropertyName.of(name);
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(settings)) {
            ConfigurationProperty found = source.getConfigurationProperty(property);
            if (found != null) {
                return !settings.resolvePlaceholders(found.getValue().toString()).isBlank();
            }
        }
        return false;
    }
}
