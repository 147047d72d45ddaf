package io.eidroutes.failure;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.eidroutes.http.HttpSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.apache.camel.CamelContext;
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
    ProblemAnswers problemAnswers(Catalogue catalogue, ProblemDocuments problems, HttpSettings http) {
        return new ProblemAnswers(catalogue, problems, http.retryAfter());
    }

    /** Named so because the routes of routes/failure call it. */
    @Bean
    TreatmentsByJob treatments(List<Treatments> jobs) {
        return new TreatmentsByJob(jobs);
    }

    @Bean
    Treatments doorTreatments(ProblemAnswers problems) {
        return new DoorTreatments(problems);
    }

    @Bean
    DoorFailures doorFailures(CamelContext camel, ProblemAnswers problems, Catalogue catalogue, Failures failures) {
        return new DoorFailures(camel, problems, catalogue, failures);
    }

    @Bean
    Failures failures(Catalogue catalogue, MeterRegistry meters) {
        return new Failures(catalogue, meters);
    }
}
