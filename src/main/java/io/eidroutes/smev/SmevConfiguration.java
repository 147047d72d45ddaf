package io.eidroutes.smev;

import io.eidroutes.http.BoundedHttpClient;
import io.eidroutes.http.Breaker;
import io.eidroutes.http.Breakers;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The СМЭВ connection: keys, trust, HTTP client and routes. */
@Configuration(proxyBeanMethods = false)
@Conditional(SmevIsOn.class)
class SmevConfiguration {

    private static final String UPSTREAM = "smev";

    @Bean
    GostProvider gostProvider(SmevSettings settings) {
        return settings.gost().open();
    }

    @Bean
    Signer signer(SmevSettings settings, GostProvider gost) {
        return SigningKeys.load(settings.signing(), gost);
    }

    @Bean
    UsedCertificates usedCertificates(Signer signer, SmevSettings settings) {
        return UsedCertificates.of(signer, settings);
    }

    @Bean
    Envelopes envelopes(SmevSettings settings, Signer signer, Clock clock) {
        return new Envelopes(settings, signer, clock);
    }

    @Bean
    MessageIds messageIds(Clock clock) {
        return new MessageIds(clock);
    }

    @Bean
    SoapReplies soapReplies(SmevSettings settings) {
        return new SoapReplies(settings.http().maxAnswerBytes());
    }

    @Bean
    SignatureVerifier signatureVerifier(SmevSettings settings, GostProvider gost, Clock clock) {
        return new SignatureVerifier(Certificates.load("eid.smev.trust.smev", settings.trust().smev()),
                Certificates.load("eid.smev.trust.senders", settings.trust().senders()), gost, clock);
    }

    @Bean
    SilentNodes silentNodes(JdbcClient jdbc, PlatformTransactionManager transactions, SmevSettings settings) {
        return new SilentNodes(new NodeStore(jdbc, transactions), settings);
    }

    @Bean
    RouteBuilder smevRoutes(SmevSettings settings, Envelopes envelopes, SoapReplies replies, SignatureVerifier verifier,
            MeterRegistry meters) {
        return routes(settings, envelopes, replies, verifier, meters);
    }

    static RouteBuilder routes(SmevSettings settings, Envelopes envelopes, SoapReplies replies, SignatureVerifier verifier,
            MeterRegistry meters) {
        return new SmevRoutes(settings, envelopes, replies, verifier, new PollYield(meters));
    }

    @Bean
    PollSchedule pollSchedule(SmevSettings settings) {
        return new PollSchedule(settings.pollAfterSend(), settings.pollIdle());
    }

    @Bean
    RouteBuilder smevPollers(SmevSettings settings, SilentNodes silentNodes, PollSchedule pollSchedule) {
        return new SmevPollers(settings, silentNodes, pollSchedule);
    }

    /** No automatic retry and no redirect: whether a request may be sent again is for the treatments to say. */
    @Bean
    BoundedHttpClient smevConnections(SmevSettings settings, Breakers breakers) {
        Breaker breaker = breakers.ofUpstream(UPSTREAM, settings.breaker(), SmevHttp::inTrouble);
        SmevSettings.Http http = settings.http();
        return new BoundedHttpClient(
                new BoundedHttpClient.Limits(http.connectTimeout(), http.responseTimeout(), http.connections(), http.maxAnswerBytes()),
                breaker, new DefaultClientTlsStrategy(SmevTls.context(settings.tls())));
    }

    /** No document says that СМЭВ compresses, so it is not asked to. */
    @Bean
    HttpClientConfigurer smevHttpClient(BoundedHttpClient smevConnections) {
        return client -> {
            smevConnections.configureHttpClient(client);
            client.disableContentCompression();
        };
    }

    /** The one HTTP endpoint of all calls, so that they share its pool. */
    static String endpointUri(SmevSettings settings) {
        return BoundedHttpClient.endpoint(settings.endpoint(), "smevHttpClient");
    }

    /** While the breaker stands open or half open, claims wait in the store; the pollers try СМЭВ. */
    @Bean
    @DependsOn("smevHttpClient")
    SmevReach smevReach(Breakers breakers) {
        return new SmevReach(breakers, UPSTREAM);
    }
}
