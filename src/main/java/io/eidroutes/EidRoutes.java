package io.eidroutes;

import io.eidroutes.check.SettingsCheck;
import io.eidroutes.editing.RoutesCommand;
import io.eidroutes.privacy.KeysetCommand;
import java.util.OptionalInt;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The application: Camel routes from {@code routes/}, settings from {@code application.yaml}. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class EidRoutes {

    /**
     * Starts the routes; {@code --new-keyset FILE} and {@code --rotate-keyset FILE} make encryption keys instead,
     * {@code --check} looks at the settings, {@code --check-routes [FOLDER]} at the route files.
     */
    public static void main(String[] args) {
        OptionalInt done = command(args);
        if (done.isPresent()) {
            System.exit(done.getAsInt());
        }
        SpringApplication.run(EidRoutes.class, args);
    }

    private static OptionalInt command(String[] args) {
        if (args.length > 0 && args[0].equals(RoutesCommand.NAME)) {
            // No application starts its log, and libraries would write theirs between the lines of the command.
            LoggingSystem.get(EidRoutes.class.getClassLoader()).beforeInitialize();
        }
        OptionalInt keyset = new KeysetCommand(System.out, System.err).run(args);
        OptionalInt routes = keyset.isPresent() ? keyset : new RoutesCommand(System.out, System.err).run(args);
        return routes.isPresent() ? routes : SettingsCheck.command(args);
    }
}
