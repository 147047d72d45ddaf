package io.eidroutes.identification;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.eidroutes.access.Clients;
import io.eidroutes.failure.Catalogue;
import io.eidroutes.privacy.PersonalData;
import io.eidroutes.trace.Traces;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The store of identifications and the calls of partners' backends; nothing of it where identification is off. */
@Configuration(proxyBeanMethods = false)
@Conditional(IdentificationIsOn.class)
class IdentificationConfiguration {

    @Bean
    IdentificationStore identificationStore(JdbcClient jdbc, PlatformTransactionManager transactions, PersonalData personal) {
        return new IdentificationStore(jdbc, transactions, personal);
    }

    @Bean
    AttemptStore attemptStore(JdbcClient jdbc, PlatformTransactionManager transactions, PersonalData personal) {
        return new AttemptStore(jdbc, transactions, personal);
    }

    @Bean
    IdentificationProgress identificationProgress(IdentificationStore identifications) {
        return new StoredProgress(identifications);
    }

    @Bean
    IdentificationCalls identificationCalls(IdentificationStore identifications, IdentifiedPeople people, Clients clients,
            Catalogue catalogue, IdentificationSettings settings, ObjectMapper json, Traces traces) {
        return new IdentificationCalls(identifications, people, clients, catalogue, settings, json, traces);
    }
}
