package io.eidroutes.failure;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The catalogue of documented failures and what routes do with it. */
@Configuration(proxyBeanMethods = false)
class FailureConfiguration {

    @Bean
    Catalogue catalogue() {
        return Catalogue.load();
    }

    @Bean
    ProblemDocuments problemDocuments(Catalogue catalogue, ObjectMapper json) {
        return new ProblemDocuments(catalogue, json);
    }

    @Bean
    Failures failures(Catalogue catalogue, MeterRegistry meters) {
        return new Failures(catalogue, meters);
    }
}
