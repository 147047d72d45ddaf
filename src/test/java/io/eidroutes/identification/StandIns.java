package io.eidroutes.identification;

import io.eidroutes.failure.Failure;
import io.eidroutes.failure.FailureSummary;
import io.eidroutes.failure.Family;
import io.eidroutes.failure.ReachedBranches;
import io.eidroutes.identification.provider.Identified;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Stand-ins for what is said to Aitu Passport and to the ЦОИД adapter; they note what they are asked. */
@TestConfiguration(proxyBeanMethods = false)
class StandIns {

    static final Identified PERSON =
            new Identified("900101300123", "request-1", "subject-1", Optional.of("77071234567"), Optional.empty(), false);

    @Bean
    People people() {
        return new People();
    }

    @Bean
    Aitu aitu() {
        return new Aitu();
    }

    @Bean
    AuthorizationLinks authorizationLinks() {
        return new Links();
    }

    @Bean
    RouteBuilder standInRoutes(Aitu aitu) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:exchange-token").routeId("exchange-token").routeConfigurationId("failure").process(aitu::exchange);
                from("direct:trusted-phone").routeId("trusted-phone").errorHandler(noErrorHandler()).process(aitu::trustPhone);
            }
        };
    }

    /** Aitu Passport's back channel. */
    static final class Aitu {

        final List<Map<String, Object>> exchanges = new CopyOnWriteArrayList<>();
        final List<String> trustedPhones = new CopyOnWriteArrayList<>();
        volatile Optional<Failure> tokenFailure = Optional.empty();
        volatile Optional<Failure> phoneFailure = Optional.empty();
        volatile Runnable duringExchange = () -> { };

        void reset() {
            exchanges.clear();
            trustedPhones.clear();
            tokenFailure = Optional.empty();
            phoneFailure = Optional.empty();
            duringExchange = () -> { };
        }

        List<Object> codes() {
            return exchanges.stream().map(variables -> variables.get("code")).collect(Collectors.toList());
        }

        private void exchange(Exchange exchange) {
            exchanges.add(new LinkedHashMap<>(exchange.getVariables()));
            duringExchange.run();
            tokenFailure.ifPresent(failure -> {
                exchange.setProperty(ReachedBranches.STAND_IN, true);
                throw failure;
            });
            exchange.setVariable("identified", PERSON);
        }

        private void trustPhone(Exchange exchange) {
            trustedPhones.add(exchange.getVariable("phone", String.class));
            phoneFailure.ifPresent(failure -> {
                exchange.setProperty(ReachedBranches.STAND_IN, true);
                throw failure;
            });
            exchange.setVariable("otpConfirmation", "otp-" + trustedPhones.size());
        }

        static Failure broken() {
            return Failure.of(Family.TRANSPORT, "connection-refused");
        }
    }

    /** What becomes of identified people. */
    static final class People implements IdentifiedPeople {

        final Map<UUID, Identified> added = new ConcurrentHashMap<>();
        final Map<UUID, byte[]> results = new ConcurrentHashMap<>();
        final List<UUID> erased = new CopyOnWriteArrayList<>();
        final List<String> announced = new ArrayList<>();
        volatile boolean renewals;
        volatile boolean broken;

        void reset() {
            added.clear();
            results.clear();
            erased.clear();
            synchronized (announced) {
                announced.clear();
            }
            renewals = false;
            broken = false;
        }

        List<String> announcements() {
            synchronized (announced) {
                return List.copyOf(announced);
            }
        }

        @Override
        public void add(UUID identification, String client, Identified person) {
            if (broken) {
                throw new IllegalStateException("The store is away.");
            }
            added.put(identification, person);
        }

        @Override
        public CompletionStage<Optional<Boolean>> await(UUID identification, Duration atMost) {
            return new CompletableFuture<Optional<Boolean>>()
                    .completeOnTimeout(Optional.empty(), atMost.toMillis(), TimeUnit.MILLISECONDS);
        }

        @Override
        public Optional<byte[]> find(UUID identification) {
            return Optional.ofNullable(results.get(identification));
        }

        @Override
        public void erase(UUID identification) {
            erased.add(identification);
            results.remove(identification);
        }

        @Override
        public void announce(UUID identification, String client, String state, FailureSummary failure) {
            synchronized (announced) {
                announced.add(identification + " " + client + " " + state + " " + failure.code() + " " + failure.kind().label());
            }
        }

        @Override
        public boolean needsRenewal(String iin) {
            return renewals;
        }
    }

    private static final class Links implements AuthorizationLinks {

        @Override
        public URI to(StartedAttempt attempt, IdentificationRequest request, Optional<String> otpConfirmation, boolean renew) {
            Map<String, String> query = new LinkedHashMap<>();
            query.put("state", attempt.state().text());
            query.put("nonce", attempt.nonce().text());
            query.put("code_challenge", attempt.codeVerifier().digest());
            otpConfirmation.ifPresent(otp -> query.put("otp_confirmation", otp));
            request.iin().ifPresent(iin -> query.put("iin", iin));
            query.put("renew", String.valueOf(renew));
            return URI.create("http://aitu.example/passport/oauth2/auth?" + query.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&")));
        }

        @Override
        public boolean challenges() {
            return true;
        }

        @Override
        public URI redirectUri() {
            return URI.create(IdentificationTest.PUBLIC_URL + "/aitu/callback");
        }
    }
}
