package io.eidroutes.identification.browser;

import io.eidroutes.failure.Catalogue;
import io.eidroutes.failure.DoorFailures;
import io.eidroutes.failure.Failures;
import io.eidroutes.failure.ProblemAnswers;
import io.eidroutes.identification.AttemptStore;
import io.eidroutes.identification.AuthorizationLinks;
import io.eidroutes.identification.IdentificationIsOn;
import io.eidroutes.identification.IdentificationSettings;
import io.eidroutes.identification.IdentificationStore;
import io.eidroutes.identification.IdentifiedPeople;
import io.eidroutes.identification.provider.AituSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The way of a browser; the beans that routes name carry the names that routes use. */
@Configuration(proxyBeanMethods = false)
@Conditional(IdentificationIsOn.class)
class BrowserConfiguration {

    private static final Duration FILES_KEPT = Duration.ofHours(1);

    @Bean
    Pages pages(Catalogue catalogue, IdentificationSettings settings) {
        return new Pages(catalogue, settings.url("/identifications").getRawPath(), settings.templates());
    }

    @Bean
    PageAnswers pageAnswers(Pages pages, Catalogue catalogue) {
        return new PageAnswers(pages, catalogue);
    }

    @Bean
    BrowserCookies browserCookies(IdentificationSettings settings) {
        return new BrowserCookies(settings.isSecure());
    }

    @Bean
    BrowserReturn browserReturn(IdentificationStore identifications, PageAnswers answers, BrowserCookies cookies,
            IdentificationSettings settings, Catalogue catalogue) {
        return new BrowserReturn(identifications, answers, cookies, settings, catalogue);
    }

    @Bean
    BrowserStart browserStart(IdentificationStore identifications, AttemptStore attempts, AuthorizationLinks links,
            IdentifiedPeople people, PageAnswers answers, BrowserCookies cookies, IdentificationSettings settings) {
        return new BrowserStart(identifications, attempts, links, people, answers, cookies, settings);
    }

    @Bean
    BrowserCallback browserCallback(AttemptStore attempts, IdentifiedPeople people, AuthorizationLinks links,
            Catalogue catalogue, BrowserCookies cookies, BrowserReturn back, IdentificationSettings settings,
            @Value("${eid.aitu.issuer:}") String issuer) {
        return new BrowserCallback(attempts, people, links, catalogue, cookies, back, settings,
                Optional.of(issuer).filter(text -> !text.isBlank()));
    }

    @Bean
    OutcomePage outcomePage(PageAnswers answers, Catalogue catalogue) {
        return new OutcomePage(answers, catalogue);
    }

    @Bean
    BrowserTreatments browserTreatments(IdentificationStore identifications, AttemptStore attempts, IdentifiedPeople people,
            PageAnswers pages, BrowserReturn back, ProblemAnswers problems, Catalogue catalogue) {
        return new BrowserTreatments(identifications, attempts, people, pages, back, problems, catalogue);
    }

    /** A browser fetches the pages' files once, and not again on its way through Aitu Passport. */
    @Bean
    WebMvcConfigurer pageFiles() {
        return new WebMvcConfigurer() {
            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler("/identifications/*.css", "/identifications/*.svg")
                        .addResourceLocations("classpath:/static/identifications/")
                        .setCacheControl(CacheControl.maxAge(FILES_KEPT).cachePublic());
            }
        };
    }

    @Bean
    OverdueIdentifications overdueIdentifications(AttemptStore attempts, IdentificationStore identifications,
            IdentificationSettings settings, AituSettings aitu, CamelContext camel) {
        aitu.requireBeside(settings.exchangeTimeout());
        return new OverdueIdentifications(attempts, identifications, settings, camel);
    }

    /** Behind Spring Security, whose headers the refusal carries too. */
    @Bean
    FilterRegistrationBean<AddressLimit> addressLimit(IdentificationSettings settings, Pages pages, Failures failures,
            DoorFailures door, Clock clock) {
        FilterRegistrationBean<AddressLimit> limit = new FilterRegistrationBean<>(new AddressLimit(
                settings.requestsPerMinute(), pages, failures, refused -> door.refuse(refused).id(), clock));
        limit.addUrlPatterns("/identifications/*", "/aitu/callback");
        limit.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        return limit;
    }
}
