package io.eidroutes.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the treatments set and call, behind the routers, when Camel runs the shipped routes. */
class TreatmentRoutesTest {

    private static FailureRoutesInCamel routes;

    /** Stands where the treatments are executed, and notes which one was. */
    public static class NotedTreatments {
        public void answerCaller(Exchange exchange) {
            exchange.setVariable("executed", "answerCaller");
        }

        public void askUser(Exchange exchange) {
            exchange.setVariable("executed", "askUser");
        }

        public void tellOperator(Exchange exchange) {
            exchange.setVariable("executed", "tellOperator");
        }

        public void retryLater(Exchange exchange) {
            exchange.setVariable("executed", "retryLater");
        }

        public void retrySameMessage(Exchange exchange) {
            exchange.setVariable("executed", "retrySameMessage");
        }

        public void reissueMessage(Exchange exchange) {
            exchange.setVariable("executed", "reissueMessage");
        }

        public void treatAsSent(Exchange exchange) {
            exchange.setVariable("executed", "treatAsSent");
        }

        public void ignore(Exchange exchange) {
            exchange.setVariable("executed", "ignore");
        }

        public void alertSecurity(Exchange exchange) {
            exchange.setVariable("executed", "alertSecurity");
        }

        public void keepUnknown(Exchange exchange) {
            exchange.setVariable("executed", "keepUnknown");
        }

        public void noteForOperator(Exchange exchange) {
            exchange.setVariable("executed", "noteForOperator");
        }

        public void quarantineAnswer(Exchange exchange) {
            exchange.setVariable("executed", "quarantineAnswer");
        }

        public void endClaim(Exchange exchange) {
            exchange.setVariable("executed", "endClaim");
        }
    }

    /** A treatment that cannot be executed, for instance because the store is away. */
    public static final class BrokenTreatments extends NotedTreatments {
        @Override
        public void answerCaller(Exchange exchange) {
            throw new IllegalStateException("the store is away");
        }
    }

    @BeforeAll
    static void start() throws Exception {
        routes = FailureRoutesInCamel.withTreatments("wait", new NotedTreatments());
    }

    @AfterAll
    static void stop() {
        routes.close();
    }

    static Stream<CatalogueEntry> entries() {
        return Catalogue.load().entries().stream();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void whenTriesAreUsedUpThenTheKindIsTheOneOfTheCatalogue(CatalogueEntry entry) {
        Exchange exchange = routes.fail(entry.family().label(), entry.code(), FailureRoutesInCamel.TRIES);
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getVariable("kind")).isEqualTo(entry.kind().label());
        assertThat(exchange.getVariable("recorded")).isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource({
        "operator, tell-operator retry-later retry-and-tell-operator keep-unknown note-for-operator quarantine-answer end-claim "
                + "hold-for-operator",
        "security, alert-security",
        ", answer-caller ask-user retry-same-message reissue-message treat-as-sent ignore"})
    void whenTreatmentIsReachedThenItNamesWhoIsTold(String channel, String treatments) {
        assertThat(treatments.split(" ")).allSatisfy(treatment ->
                assertThat(routes.send("direct:" + treatment, Map.of()).getVariable("alertChannel")).isEqualTo(channel));
    }

    @Test
    void whenNoNewIdCanBeGivenThenTheOperatorIsTold() {
        assertThat(routes.send("direct:reissue-message", Map.of("needsOperator", true)).getVariable("alertChannel"))
                .isEqualTo("operator");
    }

    @ParameterizedTest
    @CsvSource({
        "answer-caller,      partner,  false, answerCaller",
        "ask-user,           user,     false, askUser",
        "tell-operator,      partner,  false, tellOperator",
        "retry-later,        retry,    true,  retryLater",
        "retry-same-message, retry,    true,  retrySameMessage",
        "retry-and-tell-operator, retry, true, retrySameMessage",
        "reissue-message,    retry,    true,  reissueMessage",
        "treat-as-sent,      retry,    true,  treatAsSent",
        "ignore,             retry,    false, ignore",
        "alert-security,     security, false, alertSecurity",
        "keep-unknown,       unknown,  false, keepUnknown",
        "note-for-operator,  partner,  false, noteForOperator",
        "quarantine-answer,  partner,  false, quarantineAnswer",
        "end-claim,          partner,  false, endClaim",
        "hold-for-operator,  retry,    true,  retryLater"})
    void whenTreatmentIsReachedThenItSetsKindAndRetryableAndIsExecuted(
            String treatment, String kind, boolean retryable, String executed) {
        assertTreated(routes.send("direct:" + treatment, Map.of()), kind, retryable, executed);
    }

    @Test
    void whenTriesAreLeftThenAnUnknownFaultIsRetried() {
        assertTreated(routes.fail("smev-fault", "NoSuchFault", FailureRoutesInCamel.TRIES - 1), "retry", true, "retrySameMessage");
    }

    @Test
    void whenNoTriesAreLeftThenAnUnknownFaultIsKept() {
        assertTreated(routes.fail("smev-fault", "NoSuchFault", FailureRoutesInCamel.TRIES), "unknown", false, "keepUnknown");
        assertTreated(routes.fail("smev-fault", "NoSuchFault", 10 * FailureRoutesInCamel.TRIES), "unknown", false, "keepUnknown");
    }

    @Test
    void whenNobodyCountedTheTriesThenAnUnknownFaultIsKept() {
        assertTreated(routes.fail("smev-fault", "NoSuchFault"), "unknown", false, "keepUnknown");
    }

    @Test
    void whenSignatureFaultsEndTheClaimThenTheOperatorIsTold() throws Exception {
        try (FailureRoutesInCamel ending = FailureRoutesInCamel.withTreatments("fail", new NotedTreatments())) {
            assertTreated(ending.fail("smev-fault", "SignatureIsInvalid", 0), "partner", false, "tellOperator");
        }
    }

    @Test
    void whenATreatmentFailsThenTheHandlerIsNotEnteredAgain() throws Exception {
        AtomicInteger entered = new AtomicInteger();
        try (FailureRoutesInCamel broken = FailureRoutesInCamel.withTreatments("wait", new BrokenTreatments())) {
            broken.add(new RouteConfigurationBuilder() {
                @Override
                public void configuration() {
                    routeConfiguration("failure").onException(Exception.class).handled(true)
                            .process(exchange -> entered.incrementAndGet())
                            .to("direct:route-failure");
                }
            });
            broken.add(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:step").routeConfigurationId("failure")
                            .process(exchange -> {
                                throw Failure.of(Family.ESIA, "ESIA-036700");
                            });
                }
            });
            Exchange exchange = broken.send("direct:step", Map.of("failureFamily", "esia", "failureCode", "ESIA-036700"));
            assertThat(entered).hasValue(1);
            assertThat(exchange.getException()).isInstanceOf(IllegalStateException.class);
            assertThat(exchange.getVariable("recorded")).isNull();
        }
    }

    private static void assertTreated(Exchange exchange, String kind, boolean retryable, String executed) {
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getVariable("kind")).isEqualTo(kind);
        assertThat(exchange.getVariable("retryable", Boolean.class)).isEqualTo(retryable);
        assertThat(exchange.getVariable("executed")).isEqualTo(executed);
    }
}
