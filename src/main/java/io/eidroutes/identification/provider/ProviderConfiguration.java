package io.eidroutes.identification.provider;

import io.eidroutes.WrongSetting;
import io.eidroutes.failure.Failure;
import io.eidroutes.http.BoundedHttpClient;
import io.eidroutes.http.Breakers;
import io.eidroutes.http.StrictJson;
import io.eidroutes.failure.Catalogue;
import io.eidroutes.identification.AuthorizationLinks;
import io.eidroutes.identification.IdentificationIsOn;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Everything that is said to Aitu Passport and read from it; nothing of it where identification is off. */
@Configuration(proxyBeanMethods = false)
@Conditional(IdentificationIsOn.class)
class ProviderConfiguration {

    private static final String CALLBACK = "/aitu/callback";

    @Bean
    BoundedHttpClient aituHttpClient(AituSettings settings, Breakers breakers) {
        AituSettings.Http http = settings.http();
        return new BoundedHttpClient(new BoundedHttpClient.Limits(
                http.connectTimeout(), http.deadline(), http.connections(), http.maxAnswerBytes()),
                breakers.ofPaths("aitu", settings.breaker(), answer -> answer.getCode() >= 500));
    }

    @Bean
    AuthorizationLinks authorizationLinks(AuthorizationLink link) {
        return new LinksOfAttempts(link);
    }

    @Bean
    AuthorizationLink authorizationLink(AituSettings settings,
            @Value("${eid.identification.public-url:}") String publicUrl) {
        URI redirectUri = settings.redirectUri().orElseGet(() -> callbackUnder(publicUrl));
        return new AuthorizationLink(settings, redirectUri, settings.iinSignature().privateKey()
                .map(location -> IinSigner.load(location, settings.iinSignature().encoding())));
    }

    @Bean
    LogoutLink logoutLink(AituSettings settings) {
        return new LogoutLink(settings);
    }

    @Bean
    RouteBuilder aituRoutes(AituSettings settings, LogoutLink logoutLink, Catalogue catalogue) {
        return new AituRoutes(settings, json(settings), logoutLink, catalogue);
    }

    @Bean
    ProviderKeys providerKeys(AituSettings settings, CamelContext camel) {
        ProducerTemplate calls = camel.createProducerTemplate();
        return new ProviderKeys(() -> keys(calls), json(settings), settings.jwksPause(), settings.http().deadline());
    }

    /** Named as the route exchange-token names it. */
    @Bean
    ExchangeToken exchangeToken(ProviderKeys keys, AituSettings settings, Clock clock, MeterRegistry meters) {
        return new ExchangeToken(keys, new IdTokenVerifier(settings, keys, json(settings), clock, meters), settings);
    }

    private static StrictJson json(AituSettings settings) {
        return new StrictJson(settings.http().maxAnswerBytes());
    }

    private static byte[] keys(ProducerTemplate calls) {
        Exchange answer = calls.request(AituRoutes.KEYS, exchange -> { });
        if (answer.getException() instanceof Failure failure) {
            throw failure;
        }
        if (answer.getException() != null) {
            throw new IllegalStateException(answer.getException().getClass().getName());
        }
        return answer.getMessage().getBody(byte[].class);
    }

    private static URI callbackUnder(String publicUrl) {
        try {
            URI callback = URI.create((publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl)
                    + CALLBACK);
            if (AituSettings.webAddress(callback)) {
                return callback;
            }
        } catch (IllegalArgumentException e) {
            // Refused below.
        }
        throw new WrongSetting("eid.aitu.redirect-uri",
                "it must be set, or eid.identification.public-url must be an absolute http or https URL");
    }
}
