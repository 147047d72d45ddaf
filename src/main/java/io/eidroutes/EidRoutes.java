package io.eidroutes;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The application: Camel routes from {@code routes/}, settings from {@code application.yaml}. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class EidRoutes {

    public static void main(String[] args) {
        SpringApplication.run(EidRoutes.class, args);
    }
}
