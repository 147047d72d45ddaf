package io.eidroutes.consent;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.eidroutes.access.Clients;
import io.eidroutes.consent.mapping.MappingFolder;
import io.eidroutes.consent.mapping.RequestMapping;
import io.eidroutes.consent.mapping.RequestSchema;
import io.eidroutes.consent.mapping.ResponseMapping;
import io.eidroutes.consent.mapping.Stylesheet;
import io.eidroutes.consent.mapping.XmlSchema;
import io.eidroutes.consent.validation.ClaimValidator;
import io.eidroutes.consent.validation.ValidationSettings;
import io.eidroutes.delivery.DeliverySettings;
import io.eidroutes.failure.Catalogue;
import io.eidroutes.failure.ProblemAnswers;
import io.eidroutes.file.FileRefusals;
import io.eidroutes.maintenance.Maintenance;
import io.eidroutes.maintenance.PausedDoors;
import io.eidroutes.privacy.Digests;
import io.eidroutes.privacy.PersonalData;
import io.eidroutes.smev.Envelopes;
import io.eidroutes.smev.MessageIds;
import io.eidroutes.smev.PollSchedule;
import io.eidroutes.smev.SignatureVerifier;
import io.eidroutes.smev.SmevIsOn;
import io.eidroutes.smev.SmevReach;
import io.eidroutes.smev.SmevSettings;
import io.eidroutes.smev.SoapReplies;
import io.eidroutes.store.Database;
import io.eidroutes.store.StoreSignals;
import io.eidroutes.trace.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The parts of the consent job; the beans that routes name carry the names that routes use. */
@Configuration(proxyBeanMethods = false)
@Conditional(SmevIsOn.class)
class ConsentConfiguration {

    @Bean
    ClaimValidator claimValidator(ValidationSettings settings) {
        return new ClaimValidator(settings);
    }

    @Bean
    MappingFolder mappingFolder(@Value("${eid.routes-root}") String routes, SmevSettings smev) {
        return new MappingFolder(routes + "/" + smev.called().mapping());
    }

    @Bean
    RequestMapping requestMapping(MappingFolder folder) {
        return new RequestMapping(new Stylesheet(folder, "request.xsl"));
    }

    @Bean
    RequestSchema requestSchema(MappingFolder folder, SmevSettings smev) {
        return new RequestSchema(new XmlSchema(folder, smev.called().schema()));
    }

    @Bean
    ResponseMapping responseMapping(MappingFolder folder) {
        return new ResponseMapping(new Stylesheet(folder, "response.xsl"));
    }

    @Bean
    ClaimStore claimStore(JdbcClient jdbc, DataSource dataSource, PlatformTransactionManager transactions, PersonalData personal,
            Digests digests, ConsentSettings settings) {
        return new ClaimStore(jdbc, Database.of(dataSource), transactions, personal, digests, settings.sameContentWindow());
    }

    @Bean
    ClaimQueue claimQueue(JdbcClient jdbc, PlatformTransactionManager transactions, PersonalData personal) {
        return new ClaimQueue(jdbc, transactions, personal);
    }

    @Bean
    AnswerStore answerStore(JdbcClient jdbc, PlatformTransactionManager transactions, PersonalData personal, Digests digests,
            AnswerDispatcher deliveries, WaitingCallers callers) {
        return new AnswerStore(jdbc, transactions, personal, digests, deliveries::wake, callers::ended);
    }

    @Bean
    DeliveryQueue deliveryQueue(JdbcClient jdbc, PlatformTransactionManager transactions, DeliverySettings settings) {
        return new DeliveryQueue(jdbc, transactions, settings.giveUp());
    }

    @Bean
    AnswerDispatcher answerDispatcher(DeliveryQueue queue, CamelContext camel, DeliverySettings settings,
            StoreSignals signals, MeterRegistry meters, Traces traces) {
        return new AnswerDispatcher(queue, camel, settings, signals, meters, traces);
    }

    @Bean
    DeliverAnswer deliverAnswer(ClaimStore claims, DeliveryQueue queue, Traces traces) {
        return new DeliverAnswer(claims, queue, traces);
    }

    @Bean
    DeliveryTreatments deliveryTreatments(DeliveryQueue queue, Catalogue catalogue, DeliverySettings settings) {
        return new DeliveryTreatments(queue, catalogue, settings);
    }

    @Bean
    Retention retention(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new Retention(jdbc, transactions);
    }

    @Bean
    AcceptClaim acceptClaim(ClaimValidator validator, Clients clients, ClaimStore claims, ClaimDispatcher dispatcher,
            Backlog backlog, ConsentSettings settings, DeliverySettings delivery, Traces traces) {
        return new AcceptClaim(validator, clients, claims, dispatcher, backlog, settings, delivery.webhooks().keySet(), traces);
    }

    @Bean
    ClaimDispatcher claimDispatcher(ClaimQueue queue, CamelContext camel, ConsentSettings settings, SmevSettings smev,
            SmevReach reach, StoreSignals signals, MeterRegistry meters, Traces traces) {
        settings.dispatch().requireBeside(smev.http());
        return new ClaimDispatcher(queue, camel, settings.dispatch(), reach, signals, meters, traces);
    }

    @Bean
    WaitingCallers waitingCallers(ClaimStore claims, StoreSignals signals, @Qualifier("answeringCallers") Executor answeringCallers,
            ConsentSettings settings, @Value("${spring.mvc.async.request-timeout}") Duration requestTimeout) {
        settings.requireBeside(requestTimeout);
        return new WaitingCallers(claims, signals, answeringCallers);
    }

    @Bean
    Deliveries deliveries(DeliveryQueue queue) {
        return new Deliveries(queue);
    }

    @Bean
    ClaimCalls claimCalls(WaitingCallers callers, ClaimStore claims, Deliveries deliveries, ConsentSettings settings,
            ObjectMapper json) {
        return new ClaimCalls(callers, claims, deliveries, settings, json);
    }

    @Bean
    SendClaim sendClaim(SmevSettings smev, Envelopes envelopes, MessageIds messageIds, ClaimQueue queue,
            PollSchedule polls) {
        return new SendClaim(smev, envelopes, messageIds, queue, polls);
    }

    @Bean
    ClaimAnswers claimAnswers(AnswerStore answers, Catalogue catalogue, ObjectMapper json) {
        return new ClaimAnswers(answers, catalogue, json);
    }

    @Bean
    ReceiveAnswer receiveAnswer(SignatureVerifier verifier, SoapReplies replies, ClaimAnswers claims,
            ResponseMapping mapping, ConsentSettings settings, SmevSettings smev, Traces traces) {
        return new ReceiveAnswer(verifier, replies, claims, mapping, settings, smev.providerMnemonics(), traces);
    }

    @Bean
    CompleteClaim completeClaim(ClaimStore claims, WaitingCallers callers) {
        return new CompleteClaim(claims, callers);
    }

    @Bean
    ClaimTreatments claimTreatments(ClaimQueue queue, ClaimDesk desk, ClaimAnswers answers, Catalogue catalogue,
            ProblemAnswers problems, FileRefusals files, ConsentSettings settings, SmevSettings smev) {
        return new ClaimTreatments(queue, desk, answers, catalogue, problems, files, settings.dispatch(), smev.messageIdLife());
    }

    @Bean
    ClaimDesk claimDesk(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new ClaimDesk(jdbc, transactions);
    }

    @Bean
    Backlog.Listener backlogAtTheDoors(PausedDoors doors) {
        return pause -> doors.pause("backlog", pause, PausedDoors.CLAIMS);
    }

    @Bean
    ClosingDoors closingDoors(PausedDoors doors, WaitingCallers callers) {
        return new ClosingDoors(doors, callers);
    }

    @Bean
    Backlog backlog(ClaimDesk desk, ConsentSettings settings, List<Backlog.Listener> listeners, MeterRegistry meters) {
        return new Backlog(desk::figures, settings.backlog(), listeners, meters);
    }

    @Bean
    Admission admission(Backlog backlog, Maintenance maintenance, ClaimStore claims) {
        return new Admission(backlog, maintenance, claims);
    }

    @Bean
    ClaimsEndpoint claimsEndpoint(Backlog backlog, ClaimDesk desk, ClaimDispatcher dispatcher, ConsentSettings settings) {
        return new ClaimsEndpoint(backlog, desk, dispatcher, settings.backlog());
    }

    @Bean
    QuarantineEndpoint quarantineEndpoint(JdbcClient jdbc, PlatformTransactionManager transactions, PersonalData personal,
            CamelContext camel, Catalogue catalogue) {
        return new QuarantineEndpoint(new QuarantineDesk(jdbc, transactions, personal), camel, catalogue);
    }

    @Bean
    GivenUpAnswers givenUpAnswers(JdbcClient jdbc, PlatformTransactionManager transactions, AnswerDispatcher dispatcher) {
        return new GivenUpAnswers(jdbc, transactions, dispatcher::wake);
    }

    @Bean
    Housekeeping housekeeping(WaitingCallers callers, Deliveries deliveries, Retention retention, ConsentSettings settings) {
        return new Housekeeping(callers, deliveries, retention, settings.keep());
    }
}
