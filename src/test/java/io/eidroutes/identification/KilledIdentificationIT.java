package io.eidroutes.identification;

import static io.eidroutes.identification.KillableApplication.HOOKED;
import static io.eidroutes.identification.KillableApplication.PARTNER;
import static io.eidroutes.identification.KillableApplication.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.eidroutes.identification.KillableApplication.Attempt;
import io.eidroutes.identification.KillableApplication.Begun;
import io.eidroutes.delivery.StandIn.Reply;
import io.eidroutes.simulator.aitu.AituSimulator;
import io.eidroutes.simulator.scenario.Disturbance.Http;
import io.eidroutes.simulator.scenario.Disturbance.Slow;
import io.eidroutes.simulator.scenario.Effect;
import io.eidroutes.simulator.scenario.Operation;
import io.eidroutes.simulator.scenario.Scenario;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * One process is killed with identifications at each step, and started again on its data: no code is sent twice, and who
 * was identified stays so. What hangs does so in the stand-ins, so that each kill falls where its test says.
 */
class KilledIdentificationIT {

    /** Beyond the kill. */
    private static final Effect HANGS = new Slow(120_000);
    private static final String MOBILE_CODE = "code-of-a-mobile-application";

    private static KillableApplication application;
    private static int people;

    private static Attempt beforeCallback;
    private static Attempt inExchange;
    private static Attempt inVerification;
    private static Attempt interruptedOfTwo;
    private static Attempt otherOfTwo;
    private static Attempt firstOfBoth;
    private static Attempt secondOfBoth;
    private static Attempt browserWaits;
    private static Attempt browserOfHookedWaits;
    private static Begun inFetch;
    private static String ticketOfFetch;
    private static Begun afterFailedFetch;
    private static String ticketAfterFailedFetch;
    private static Begun inDelivery;

    @BeforeAll
    static void killInTheMiddle() throws Exception {
        application = new KillableApplication();
        application.start("--eid.aitu.http.deadline=60s", "--eid.identification.exchange-timeout=5m",
                "--eid.identification.browser-wait=4s");
        // The keys are fetched at the first login and at hand from then on.
        Begun first = begin(PARTNER);
        application.awaitRelease(first, ticket(application.comeBack(application.leave(first))));

        inFetch = begin(PARTNER);
        adapter(inFetch, HANGS);
        CompletableFuture<HttpResponse<String>> backFromFetch = application.comingBack(application.leave(inFetch));
        afterFailedFetch = begin(PARTNER);
        adapter(afterFailedFetch, new Http(500, "", "", true));
        CompletableFuture<HttpResponse<String>> backFromFailedFetch =
                application.comingBack(application.leave(afterFailedFetch));

        beforeCallback = application.leave(begin(PARTNER));
        List<CompletableFuture<?>> unanswered = new ArrayList<>();
        inExchange = application.leave(begin(PARTNER));
        interruptedOfTwo = application.leave(begin(PARTNER));
        otherOfTwo = application.leave(interruptedOfTwo.begun());
        firstOfBoth = application.leave(begin(PARTNER));
        secondOfBoth = application.leave(firstOfBoth.begun());
        for (Attempt attempt : List.of(inExchange, interruptedOfTwo, firstOfBoth, secondOfBoth)) {
            unanswered.add(hangInExchange(attempt));
        }
        aitu().next(Scenario.on(Operation.TOKEN, HANGS).when(MOBILE_CODE));
        unanswered.add(application.callInBackground(PARTNER, "/token-exchanges", mobileExchange()));
        await().until(() -> aitu().requestsOf(MOBILE_CODE) == 1);

        // These browsers waited in vain, and were sent on with their tickets.
        ticketOfFetch = ticket(backFromFetch.join());
        ticketAfterFailedFetch = ticket(backFromFailedFetch.join());

        browserWaits = application.leave(begin(PARTNER));
        browserOfHookedWaits = application.leave(begin(HOOKED));
        adapter(browserWaits.begun(), HANGS);
        adapter(browserOfHookedWaits.begun(), HANGS);
        inDelivery = begin(HOOKED);
        application.hook().always(Reply.of(200, "{}").trickling(120_000));
        Attempt delivered = application.leave(inDelivery);
        inVerification = application.leave(begin(HOOKED));

        unanswered.add(application.comingBack(browserWaits));
        unanswered.add(application.comingBack(browserOfHookedWaits));
        application.comeBack(delivered);
        await().until(() -> !application.delivered(inDelivery).isEmpty() && application.asked(browserWaits.begun().iin())
                && application.asked(browserOfHookedWaits.begun().iin()));
        unanswered.add(hangInVerification(inVerification));

        application.kill();
        assertThat(unanswered).allSatisfy(answer -> assertThat(answer).failsWithin(Duration.ofSeconds(10)));

        application.simulators().coid().reset();
        application.hook().always(Reply.of(200, "{}"));
        application.start("--eid.aitu.http.deadline=2s", "--eid.identification.exchange-timeout=10s",
                "--eid.identification.sweep=200ms");
    }

    /** Another person each time. */
    private static Begun begin(String client) throws Exception {
        return application.begin(client, "9005174%05d".formatted(people++));
    }

    private static void adapter(Begun begun, Effect effect) {
        application.simulators().coid().next(Scenario.on(Operation.PERSONAL_DATA, effect).when(begun.iin()).always());
    }

    private static CompletableFuture<?> hangInExchange(Attempt attempt) {
        aitu().next(Scenario.on(Operation.TOKEN, HANGS).when("code=" + attempt.code()));
        CompletableFuture<?> answer = application.comingBack(attempt);
        await().until(() -> aitu().requestsOf(attempt.code()) == 1);
        return answer;
    }

    /** Its id_token is signed with a key that is not at hand, and the keys do not come. */
    private static CompletableFuture<?> hangInVerification(Attempt attempt) {
        long before = aitu().received().totals().keyRequests();
        aitu().rotateKeys(true);
        aitu().next(Scenario.on(Operation.JWKS, HANGS));
        CompletableFuture<?> answer = application.comingBack(attempt);
        await().until(() -> aitu().received().totals().keyRequests() > before);
        return answer;
    }

    private static String mobileExchange() {
        return """
                {"code":"%s","redirect_uri":"%s","nonce":"nonce-of-the-application"}"""
                .formatted(MOBILE_CODE, KillableApplication.REDIRECT_URI);
    }

    private static AituSimulator aitu() {
        return application.simulators().aitu();
    }

    @AfterAll
    static void close() {
        if (application != null) {
            application.close();
        }
    }

    @AfterEach
    void noCodeWasSentTwice() {
        assertThat(aitu().received().totals().mostRequestsForOneCode()).isEqualTo(1);
    }

    @Test
    void whenKilledBeforeTheCallbackThenItStillFinishes() throws Exception {
        assertThat(application.state(beforeCallback.begun())).isEqualTo("at-aitu");
        assertThat(aitu().requestsOf(beforeCallback.code())).isZero();

        String ticket = ticket(application.comeBack(beforeCallback));

        application.awaitRelease(beforeCallback.begun(), ticket);
        assertThat(aitu().requestsOf(beforeCallback.code())).isEqualTo(1);
    }

    @Test
    void whenKilledDuringTheExchangeThenItIsInterruptedAndTheCodeIsNotSentAgain() throws Exception {
        assertInterrupted(inExchange);
    }

    @Test
    void whenKilledWhileTheIdTokenWasVerifiedThenItIsInterruptedAndTheCodeIsNotSentAgain() throws Exception {
        assertInterrupted(inVerification);
    }

    @Test
    void whenAnInterruptedIdentificationHasAChannelThenItIsAnnounced() {
        await().atMost(Duration.ofSeconds(30)).until(() -> !application.delivered(inVerification.begun()).isEmpty());

        JsonNode announced = application.delivered(inVerification.begun()).get(0);
        assertThat(announced.path("state").asText()).isEqualTo("interrupted");
        assertThat(announced.at("/failure/code").asText()).isEqualTo("EID-INTERRUPTED");
    }

    @Test
    void whenAnIdentificationWasInterruptedThenTheSamePersonCanBeginAnew() throws Exception {
        Begun anew = application.begin(PARTNER, inExchange.begun().iin());

        application.awaitRelease(anew, ticket(application.comeBack(application.leave(anew))));
    }

    @Test
    void whenOneOfTwoAttemptsIsInterruptedThenTheOtherStillFinishes() throws Exception {
        application.awaitState(otherOfTwo.begun(), "at-aitu");
        assertTaken(interruptedOfTwo);
        assertThat(application.open(otherOfTwo.begun()).statusCode()).as("a new attempt may begin too").isEqualTo(302);

        String ticket = ticket(application.comeBack(otherOfTwo));

        application.awaitRelease(otherOfTwo.begun(), ticket);
        assertThat(aitu().requestsOf(interruptedOfTwo.code())).isEqualTo(1);
        assertThat(aitu().requestsOf(otherOfTwo.code())).isEqualTo(1);
    }

    @Test
    void whenBothAttemptsAreInterruptedThenTheIdentificationIs() throws Exception {
        assertInterrupted(firstOfBoth);
        assertInterrupted(secondOfBoth);
    }

    @Test
    void whenKilledDuringAnExchangeForAnApplicationThenTheCodeIsNotSentAgain() throws Exception {
        HttpResponse<String> again = application.call(PARTNER, "POST", "/token-exchanges", mobileExchange());

        assertThat(IdentificationTest.problem(again, 409, "code-already-exchanged").path("retryable").asBoolean()).isFalse();
        assertThat(aitu().requestsOf(MOBILE_CODE)).isEqualTo(1);
    }

    @Test
    void whenKilledDuringTheFetchThenThePersonIsFetchedAndReleased() {
        application.awaitRelease(inFetch, ticketOfFetch);
    }

    @Test
    void whenKilledAfterAFailedFetchThenThePersonIsFetchedAndReleased() {
        application.awaitRelease(afterFailedFetch, ticketAfterFailedFetch);
    }

    @Test
    void whenKilledWhileTheBrowserWaitedThenThePersonIsDeliveredToAClientWithAChannel() {
        application.awaitState(browserOfHookedWaits.begun(), "delivered");

        assertThat(application.delivered(browserOfHookedWaits.begun())).hasSize(1);
        assertThat(aitu().requestsOf(browserOfHookedWaits.code())).isEqualTo(1);
    }

    /** The ticket was in the answer that the browser never had; the page that refuses the callback leads on with another. */
    @Test
    void whenKilledWhileTheBrowserWaitedThenItComesBackToItsResult() throws Exception {
        application.awaitState(browserWaits.begun(), "ready");

        HttpResponse<String> page = application.comeBack(browserWaits);

        IdentificationTest.page(page, 409, "Этот ответ уже был принят");
        assertThat(aitu().requestsOf(browserWaits.code())).isEqualTo(1);
        String ticket = Browser.query(Browser.link(page).orElseThrow()).get("result_ticket");
        application.awaitRelease(browserWaits.begun(), ticket);
    }

    @Test
    void whenKilledDuringTheDeliveryThenTheResultIsDeliveredUnderTheSameId() {
        application.awaitState(inDelivery, "delivered");

        List<JsonNode> delivered = application.delivered(inDelivery);
        assertThat(delivered).hasSizeGreaterThan(1).allSatisfy(document -> {
            assertThat(document.path("delivery_id").asText()).isNotEmpty()
                    .isEqualTo(delivered.get(0).path("delivery_id").asText());
            assertThat(document.path("state").asText()).isEqualTo("ready");
            assertThat(document.at("/result/personal_data/person/iin").asText()).isEqualTo(inDelivery.iin());
        });
    }

    private static void assertInterrupted(Attempt attempt) throws Exception {
        JsonNode document = application.awaitState(attempt.begun(), "interrupted");
        assertThat(document.at("/failure/code").asText()).isEqualTo("EID-INTERRUPTED");
        assertThat(document.at("/failure/kind").asText()).isEqualTo("user");
        assertTaken(attempt);
        IdentificationTest.page(application.open(attempt.begun()), 410, "начните идентификацию заново");
        assertThat(aitu().requestsOf(attempt.code())).isEqualTo(1);
    }

    /** The browser never had an answer, so it still has its cookie when it is reloaded. */
    private static void assertTaken(Attempt attempt) throws Exception {
        IdentificationTest.page(application.comeBack(attempt), 409, "Этот ответ уже был принят");
    }
}
