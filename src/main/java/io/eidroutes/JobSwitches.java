package io.eidroutes;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Says for the routes whether the identification job is on: it is where {@code eid.aitu.base} is set. Publishes
 * {@code eid.identification-on} and {@code eid.identification-off}, for {@code precondition} of a route and
 * {@code disabled} of a rest block.
 */
final class JobSwitches implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean on = !environment.getProperty("eid.aitu.base", "").isBlank();
        environment.getPropertySources().addFirst(new MapPropertySource("jobSwitches", Map.of(
                "eid.identification-on", String.valueOf(on), "eid.identification-off", String.valueOf(!on))));
    }
}
