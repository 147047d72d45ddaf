package io.eidroutes.access;

import io.eidroutes.failure.Catalogue;
import io.eidroutes.failure.ProblemDocuments;
import jakarta.servlet.DispatcherType;
import java.util.List;
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

/** HTTP Basic for every call but health; nothing else is open. */
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
    AccessProblem accessProblem(Catalogue catalogue, ProblemDocuments documents) {
        return new AccessProblem(catalogue, documents);
    }

    /** The management port is for the platform: it is not reachable from outside, and health must answer without a password. */
    @Bean
    @Order(1)
    SecurityFilterChain management(HttpSecurity http) throws Exception {
        return stateless(http.securityMatcher(EndpointRequest.toAnyEndpoint()))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
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
