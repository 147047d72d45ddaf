package io.eidroutes.identification.person;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.eidroutes.access.Clients;
import io.eidroutes.delivery.DeliverySettings;
import io.eidroutes.failure.Catalogue;
import io.eidroutes.failure.ProblemAnswers;
import io.eidroutes.file.FileRefusals;
import io.eidroutes.http.BoundedHttpClient;
import io.eidroutes.http.Breakers;
import io.eidroutes.http.Waiters;
import io.eidroutes.identification.IdentificationIsOn;
import io.eidroutes.identification.IdentificationProgress;
import io.eidroutes.identification.IdentificationSettings;
import io.eidroutes.privacy.Digests;
import io.eidroutes.privacy.PersonalData;
import io.eidroutes.store.StoreSignals;
import io.eidroutes.trace.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.Executor;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** From an identified person to a delivered result; the beans that routes name carry the names that routes use. */
@Configuration(proxyBeanMethods = false)
@Conditional(IdentificationIsOn.class)
class PersonConfiguration {

    @Bean
    AdapterCall adapterCall(CoidSettings settings, Catalogue catalogue, ObjectMapper json,
            @Value("${eid.aitu.base}") URI aitu, IdentificationSettings identifications, DeliverySettings deliveries) {
        settings.requireBeside(aitu);
        settings.requireBeside(identifications, deliveries);
        return new AdapterCall(settings, catalogue, json);
    }

    @Bean(PersonRoutes.ADAPTER_CLIENT_BEAN)
    BoundedHttpClient coidHttpClient(CoidSettings settings, Breakers breakers) {
        return new BoundedHttpClient(new BoundedHttpClient.Limits(settings.http().connectTimeout(),
                settings.http().deadline(), settings.http().connections(), settings.maxAnswerBytes()),
                breakers.ofUpstream("coid", settings.breaker(), AdapterCall::inTrouble));
    }

    @Bean
    RouteBuilder personRoutes(CoidSettings settings, AdapterCall adapter) {
        return new PersonRoutes(settings, adapter);
    }

    @Bean
    StoredPerson storedPerson(ObjectMapper json) {
        return new StoredPerson(json);
    }

    @Bean
    ResultStore resultStore(JdbcClient jdbc, PlatformTransactionManager transactions, PersonalData personal) {
        return new ResultStore(jdbc, transactions, personal);
    }

    @Bean
    DeliveryQueue resultDeliveries(JdbcClient jdbc, PlatformTransactionManager transactions, ResultStore results,
            IdentificationProgress progress, DeliverySettings settings) {
        return new DeliveryQueue(jdbc, transactions, results, progress, settings);
    }

    @Bean
    RequestRenewals requestRenewals(JdbcClient jdbc, PlatformTransactionManager transactions, Digests digests) {
        return new RequestRenewals(jdbc, transactions, digests);
    }

    @Bean
    ExchangedCodes exchangedCodes(JdbcClient jdbc, PlatformTransactionManager transactions, Digests digests) {
        return new ExchangedCodes(jdbc, transactions, digests);
    }

    @Bean
    Waiters<Boolean> waitingBrowsers(@Qualifier("answeringCallers") Executor answeringCallers) {
        return new Waiters<>(answeringCallers);
    }

    @Bean
    FetchQueue fetchQueue(JdbcClient jdbc, PlatformTransactionManager transactions, PersonalData personal,
            StoredPerson people, ResultStore results, DeliveryQueue deliveries, RequestRenewals renewals,
            IdentificationProgress progress, Waiters<Boolean> waitingBrowsers, StoreSignals signals) {
        return new FetchQueue(jdbc, transactions, personal, people, results, deliveries, renewals, progress, ended -> {
            if (!waitingBrowsers.waitFor(ended)) {
                signals.tell(PersonalDataWork.ENDED, ended);
            }
        });
    }

    @Bean
    FetchDispatcher fetchDispatcher(FetchQueue fetches, CamelContext camel, CoidSettings settings, StoreSignals signals,
            MeterRegistry meters, Traces traces) {
        return new FetchDispatcher(fetches, camel, settings.fetch(), signals, meters, traces);
    }

    @Bean
    ResultDispatcher resultDispatcher(DeliveryQueue deliveries, CamelContext camel, DeliverySettings settings,
            StoreSignals signals, MeterRegistry meters, Traces traces) {
        return new ResultDispatcher(deliveries, camel, settings, signals, meters, traces);
    }

    @Bean
    PersonalDataWork personalDataWork(FetchQueue fetches, ResultStore results, DeliveryQueue deliveries,
            RequestRenewals renewals, FetchDispatcher fetching, ResultDispatcher delivering, Waiters<Boolean> waitingBrowsers,
            CoidSettings settings, StoreSignals signals) {
        return new PersonalDataWork(fetches, results, deliveries, renewals, fetching, delivering, waitingBrowsers,
                settings.fetch().giveUp(), signals);
    }

    @Bean
    CheckPersonalData checkPersonalData(CoidSettings settings) {
        return new CheckPersonalData(new AnswerShape(), settings);
    }

    @Bean
    ObtainPerson obtainPerson(FetchQueue fetches, PersonalDataWork work, StoredPerson people, ObjectMapper json,
            CoidSettings settings, Clock clock) {
        return new ObtainPerson(fetches, work, people, json, settings, clock);
    }

    @Bean
    DeliverResult deliverResult(DeliveryQueue deliveries, ObjectMapper json) {
        return new DeliverResult(deliveries, json);
    }

    @Bean
    MiddleSteps middleSteps(Clients clients, ExchangedCodes codes, StoredPerson people) {
        return new MiddleSteps(clients, codes, people);
    }

    @Bean
    PersonTreatments personTreatments(FetchQueue fetches, DeliveryQueue deliveries, PersonalDataWork work,
            ExchangedCodes codes, Catalogue catalogue, ProblemAnswers problems, FileRefusals files, CoidSettings settings,
            DeliverySettings delivery) {
        return new PersonTreatments(fetches, deliveries, work, codes, catalogue, problems, files, settings.fetch(), delivery);
    }

    @Bean
    GivenUpDeliveries givenUpDeliveries(JdbcClient jdbc, PlatformTransactionManager transactions, ResultDispatcher dispatcher,
            DeliverySettings settings) {
        return new GivenUpDeliveries(jdbc, transactions, dispatcher::wake, settings.giveUp());
    }

    @Bean
    Housekeeping personHousekeeping(PersonalDataWork work, ResultStore results, GivenUpDeliveries givenUp, ExchangedCodes codes,
            RequestRenewals renewals, CoidSettings settings) {
        return new Housekeeping(work, results, givenUp, codes, renewals, settings.keep());
    }
}
