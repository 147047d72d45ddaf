package io.eidroutes;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Leaves out the routes of a job that is off: the identification job is on where {@code eid.aitu.base} is set. Without
 * its routes, each of its calls is one that does not exist.
 */
final class JobSwitches implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.getProperty("eid.aitu.base", "").isBlank()) {
            environment.getPropertySources().addFirst(new MapPropertySource("jobSwitches",
                    Map.of("camel.main.routes-exclude-pattern", "**/identification/*.camel.yaml")));
        }
    }
}
