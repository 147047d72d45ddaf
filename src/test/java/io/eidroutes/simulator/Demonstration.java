package io.eidroutes.simulator;

import io.eidroutes.EidRoutes;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;

/**
 * What {@code mvn spring-boot:test-run} starts: all simulators on port 9080, and the application with the demonstration
 * settings on port 8080. Any argument goes to the application.
 */
public final class Demonstration {

    private static final String SETTINGS = "--spring.config.additional-location="
            + "classpath:/demonstration.yaml,classpath:/demonstration-doors.yaml";

    private Demonstration() {
    }

    public static void main(String[] args) {
        Simulators.start(Simulators.PORT);
        SpringApplication.run(EidRoutes.class, Stream.concat(Stream.of(SETTINGS), Stream.of(args)).toArray(String[]::new));
    }
}
