package io.eidroutes;

import io.eidroutes.check.SettingsCheck;
import io.eidroutes.privacy.KeysetCommand;
import java.util.OptionalInt;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The application: Camel routes from {@code routes/}, settings from {@code application.yaml}. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class EidRoutes {

    /**
     * Starts the routes; {@code --new-keyset FILE} and {@code --rotate-keyset FILE} make encryption keys instead,
     * {@code --check} looks at the settings.
     */
    public static void main(String[] args) {
        OptionalInt made = new KeysetCommand(System.out, System.err).run(args);
        if (made.isPresent()) {
            System.exit(made.getAsInt());
        }
        OptionalInt checked = SettingsCheck.command(args);
        if (checked.isPresent()) {
            System.exit(checked.getAsInt());
        }
        SpringApplication.run(EidRoutes.class, args);
    }
}
