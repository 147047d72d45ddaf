package io.eidroutes.access;

import io.eidroutes.failure.DoorFailures;
import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** HTTP Basic for every call but health and the pages that a browser sees; nothing else is open. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    Clients clients(AccessSettings settings) {
        return new Clients(settings);
    }

    @Bean
    UserDetailsService clientCredentials(AccessSettings settings) {
        List<UserDetails> users = settings.clients().entrySet().stream()
                .map(client -> User.withUsername(client.getKey())
                        .password(client.getValue().password())
                        .authorities("client")
                        .build())
                .toList();
        return new InMemoryUserDetailsManager(users);
    }

    /** Calls are measured as a whole; a measurement for each filter would cost more than the filters. */
    @Bean
    SecurityObservationSettings filtersUnobserved() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new RememberedPasswords(new BCryptPasswordEncoder());
    }

    @Bean
    AccessProblem accessProblem(DoorFailures failures) {
        return new AccessProblem(failures);
    }

    /** The management port is for the platform: it is not reachable from outside, and health must answer without a password. */
    @Bean
    @Order(1)
    SecurityFilterChain management(HttpSecurity http) throws Exception {
        return stateless(http.securityMatcher(EndpointRequest.toAnyEndpoint()))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /**
     * The pages that a browser sees: open to all, each guarded by what its URL or cookie holds. Where a button leads on to
     * Aitu Passport, browsers hold the whole way there to form-action, and where Aitu sends them is Aitu's to say.
     */
    @Bean
    @Order(2)
    SecurityFilterChain browserPages(HttpSecurity http, @Value("${eid.aitu.base:}") String aitu) throws Exception {
        String policy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
                + "form-action 'self' https:" + (aitu.startsWith("http:") ? " " + origin(aitu) : "");
        return stateless(http.securityMatcher("/identifications/**", "/aitu/callback"))
                .headers(headers -> headers
                        .contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    private static String origin(String url) {
        URI uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    @Bean
    @Order(3)
    SecurityFilterChain api(HttpSecurity http, AccessProblem problems) throws Exception {
        return stateless(http)
                .httpBasic(basic -> basic.authenticationEntryPoint(unauthorized(problems)))
                .exceptionHandling(refused -> refused.accessDeniedHandler(forbidden(problems)))
                .authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR).permitAll()
                        // The server's error page is for the server to forward to.
                        .requestMatchers("/error").denyAll()
                        .anyRequest().authenticated())
                .build();
    }

    private static HttpSecurity stateless(HttpSecurity http) throws Exception {
        return http
                .csrf(AbstractHttpConfigurer::disable)
                // Each answer says for itself whether it may be kept.
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }

    private static AuthenticationEntryPoint unauthorized(AccessProblem problems) {
        return (request, response, failure) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"eid-routes\", charset=\"UTF-8\"");
            problems.write(response, "unauthenticated");
        };
    }

    private static AccessDeniedHandler forbidden(AccessProblem problems) {
        return (request, response, failure) -> problems.write(response, "not-permitted");
    }
}
