package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.eidroutes.failure.Failure;
import io.eidroutes.failure.FailureSummary;
import io.eidroutes.failure.Family;
import io.eidroutes.failure.Kind;
import io.eidroutes.identification.IdentificationStore.ResultTicketState;
import io.eidroutes.privacy.Keyset;
import io.eidroutes.privacy.KeysetFile;
import io.eidroutes.privacy.PersonalData;
import io.eidroutes.store.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the store of identifications promises; the same on every database. */
abstract class IdentificationStoreContract {

    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final Duration PAST = Duration.ofSeconds(-1);
    private static final String IIN = "900101300123";
    private static final FailureSummary DENIED =
            new FailureSummary(Family.AITU_AUTHORIZATION, "access_denied", Kind.USER, false);
    private static final IdentificationRequest REQUEST = new IdentificationRequest(Optional.of(IIN),
            Optional.of("77071234567"), true, false, Optional.of("kk"), Optional.of("https://shop.example/back?a=b"));
    private static final Runnable NOTHING_MORE = () -> { };

    private JdbcClient jdbc;
    private IdentificationStore store;
    private AttemptStore attempts;

    abstract TestDatabase database();

    @BeforeEach
    void open() {
        database().clear();
        jdbc = database().jdbc();
        PersonalData personal = new PersonalData(Keyset.parse(KeysetFile.generate()));
        store = new IdentificationStore(jdbc, database().transactions(), personal);
        attempts = new AttemptStore(jdbc, database().transactions(), personal);
    }

    @Test
    void whenCreatedThenItIsFoundByIdAndTicketWithWhatWasAsked() {
        CreatedIdentification created = created();

        StoredIdentification found = store.find(created.ticket()).orElseThrow();
        assertThat(found.id()).isEqualTo(created.id());
        assertThat(found.state()).isEqualTo(IdentificationState.CREATED);
        assertThat(found.request()).contains(REQUEST);
        assertThat(found.ticketValid()).isTrue();
        assertThat(found.expiresAt()).isEqualTo(created.expiresAt());
        assertThat(store.find(RandomToken.generate())).isEmpty();
        assertThat(store.find(UUID.randomUUID())).isEmpty();
    }

    @Test
    void whenStoredThenNeitherPersonNorTokenStandsThereInTheClear() {
        CreatedIdentification created = created();
        StartedAttempt started = begun(created);

        String rows = jdbc.sql("select * from identification").query().listOfRows()
                .toString() + jdbc.sql("select * from authorization_attempt").query().listOfRows();
        byte[] request = jdbc.sql("select request from identification").query(byte[].class).single();
        assertThat(rows).doesNotContain(created.ticket().text(), started.state().text(), started.browser().text(),
                started.nonce().text(), started.codeVerifier().text(), IIN);
        assertThat(new String(request, StandardCharsets.ISO_8859_1)).doesNotContain(IIN, "shop.example");
    }

    @Test
    void whenTicketIsOverItsTimeThenNoAttemptIsCounted() {
        CreatedIdentification late = store.create("shop", REQUEST, PAST, LIFE, Optional.empty());

        assertThat(attempts.count(late.id(), 10)).isFalse();
        assertThat(store.find(late.ticket()).orElseThrow().ticketValid()).isFalse();
    }

    @Test
    void whenAttemptsAreUsedUpThenNoMoreAreCounted() {
        CreatedIdentification created = created();

        assertThat(attempts.count(created.id(), 2)).isTrue();
        assertThat(attempts.count(created.id(), 2)).isTrue();
        assertThat(attempts.count(created.id(), 2)).isFalse();
    }

    @Test
    void whenAttemptIsBegunThenItIsFoundByItsStateWithItsSecrets() {
        CreatedIdentification created = created();
        StartedAttempt started = begun(created);

        AuthorizationAttempt attempt = attempts.find(started.state()).orElseThrow();
        assertThat(attempt.identification()).isEqualTo(created.id());
        assertThat(attempt.status()).isEqualTo(AuthorizationAttempt.Status.OPEN);
        assertThat(attempt.expired()).isFalse();
        assertThat(attempt.browserDigest()).isEqualTo(started.browser().digest());
        assertThat(attempt.nonce().orElseThrow().text()).isEqualTo(started.nonce().text());
        assertThat(attempt.codeVerifier().orElseThrow().text()).isEqualTo(started.codeVerifier().text());
        assertThat(attempt.state()).isEqualTo(IdentificationState.AT_AITU);
        assertThat(attempt.request()).contains(REQUEST);
    }

    @Test
    void whenStateIsConsumedThenItIsNotConsumedAgain() {
        AuthorizationAttempt attempt = attempt(begun(created()));

        assertThat(attempts.consume(attempt, attempt.browserDigest())).isTrue();
        assertThat(attempts.consume(attempt, attempt.browserDigest())).isFalse();
        assertThat(state(attempt.identification())).isEqualTo(IdentificationState.EXCHANGING);
    }

    @Test
    void whenManyConsumeOneStateAtOnceThenOneDoes() throws Exception {
        AuthorizationAttempt attempt = attempt(begun(created()));

        assertThat(atOnce(8, () -> attempts.consume(attempt, attempt.browserDigest()))).containsOnlyOnce(true).hasSize(8);
    }

    @Test
    void whenCookieIsAnothersThenTheStateIsNotConsumed() {
        AuthorizationAttempt attempt = attempt(begun(created()));

        assertThat(attempts.consume(attempt, RandomToken.generate().digest())).isFalse();
        assertThat(state(attempt.identification())).isEqualTo(IdentificationState.AT_AITU);
        assertThat(attempts.consume(attempt, attempt.browserDigest())).isTrue();
    }

    @Test
    void whenAttemptIsOverItsTimeThenItsStateIsNotConsumed() {
        CreatedIdentification created = created();
        StartedAttempt late = StartedAttempt.generate();
        assertThat(attempts.begin(created.id(), late, PAST)).isTrue();

        AuthorizationAttempt attempt = attempt(late);
        assertThat(attempt.expired()).isTrue();
        assertThat(attempts.consume(attempt, attempt.browserDigest())).isFalse();
        assertThat(state(created.id())).isEqualTo(IdentificationState.AT_AITU);
    }

    @Test
    void whenStateIsConsumedThenItsSecretsAreErased() {
        StartedAttempt started = begun(created());
        consumed(started);

        AuthorizationAttempt now = attempts.find(started.state()).orElseThrow();
        assertThat(now.nonce()).isEmpty();
        assertThat(now.codeVerifier()).isEmpty();
    }

    @Test
    void whenIdentifiedThenWhatFollowsIsStoredWithItAndThePersonIsErasedFromTheRequest() {
        AuthorizationAttempt attempt = consumed(begun(created()));
        AtomicInteger added = new AtomicInteger();

        RandomToken ticket = attempts.identified(attempt, LIFE, true, added::incrementAndGet).orElseThrow();

        StoredIdentification now = store.find(attempt.identification()).orElseThrow();
        assertThat(now.state()).isEqualTo(IdentificationState.IDENTIFIED);
        IdentificationRequest asked = attempt.request().orElseThrow();
        assertThat(asked.iin()).isPresent();
        assertThat(now.request()).contains(new IdentificationRequest(Optional.empty(), Optional.empty(), false, false,
                asked.locale(), asked.returnUrl()));
        assertThat(now.otherPerson()).isTrue();
        assertThat(added).hasValue(1);
        assertThat(store.stateOfResultTicket(now.id(), ticket)).isEqualTo(ResultTicketState.VALID);
    }

    @Test
    void whenWhatFollowsCannotBeStoredThenNothingIs() {
        AuthorizationAttempt attempt = consumed(begun(created()));

        assertThatIllegalStateException().isThrownBy(() -> attempts.identified(attempt, LIFE, false, () -> {
            throw new IllegalStateException("no");
        }));

        assertThat(state(attempt.identification())).isEqualTo(IdentificationState.EXCHANGING);
    }

    @Test
    void whenTwoAttemptsSucceedThenTheFirstWins() {
        CreatedIdentification created = created();
        AuthorizationAttempt first = consumed(begun(created));
        AuthorizationAttempt second = consumed(begun(created));

        assertThat(attempts.identified(first, LIFE, false, NOTHING_MORE)).isPresent();
        assertThat(attempts.identified(second, LIFE, false, NOTHING_MORE)).isEmpty();
    }

    @Test
    void whenManyAttemptsSucceedAtOnceThenOneWins() throws Exception {
        CreatedIdentification created = created();
        List<AuthorizationAttempt> all = List.of(consumed(begun(created)), consumed(begun(created)), consumed(begun(created)));
        AtomicInteger next = new AtomicInteger();
        AtomicInteger added = new AtomicInteger();

        List<Boolean> won = atOnce(3, () -> attempts.identified(all.get(next.getAndIncrement()), LIFE, false,
                added::incrementAndGet).isPresent());

        assertThat(won).containsOnlyOnce(true);
        assertThat(added).hasValue(1);
    }

    @Test
    void whenTheOnlyAttemptFailsThenTheIdentificationDoesAndItsOwnWordsAreKept() {
        AuthorizationAttempt attempt = consumed(begun(created()));
        AtomicInteger announced = new AtomicInteger();

        Optional<IdentificationState> now = failed(attempt, announced::incrementAndGet);

        assertThat(now).contains(IdentificationState.FAILED);
        StoredIdentification stored = store.find(attempt.identification()).orElseThrow();
        assertThat(stored.failure()).contains(DENIED);
        assertThat(stored.reported()).contains(new Failure.Reported("access_denied", "слова\nи ещё"));
        assertThat(stored.request()).isEmpty();
        assertThat(stored.finalAt()).isPresent();
        assertThat(announced).hasValue(1);
    }

    @Test
    void whenAnotherAttemptIsOpenThenTheIdentificationLivesOnAndCanSucceed() {
        CreatedIdentification created = created();
        AuthorizationAttempt failing = consumed(begun(created));
        StartedAttempt open = begun(created);
        AtomicInteger announced = new AtomicInteger();

        assertThat(failed(failing, announced::incrementAndGet)).contains(IdentificationState.AT_AITU);
        assertThat(announced).hasValue(0);
        assertThat(attempts.identified(consumed(open), LIFE, false, NOTHING_MORE)).isPresent();
        assertThat(store.find(created.id()).orElseThrow().failure()).isEmpty();
    }

    @Test
    void whenAllAttemptsFailAtOnceThenTheIdentificationFailsOnce() throws Exception {
        CreatedIdentification created = created();
        List<AuthorizationAttempt> all = List.of(consumed(begun(created)), consumed(begun(created)), consumed(begun(created)));
        AtomicInteger next = new AtomicInteger();
        AtomicInteger announced = new AtomicInteger();

        atOnce(3, () -> failed(all.get(next.getAndIncrement()), announced::incrementAndGet));

        assertThat(state(created.id())).isEqualTo(IdentificationState.FAILED);
        assertThat(announced).hasValue(1);
    }

    @Test
    void whenAnotherAttemptSucceededThenAFailureChangesNothing() {
        CreatedIdentification created = created();
        AuthorizationAttempt first = consumed(begun(created));
        AuthorizationAttempt second = consumed(begun(created));
        attempts.identified(first, LIFE, false, NOTHING_MORE);

        assertThat(failed(second, NOTHING_MORE)).isEmpty();
        assertThat(state(created.id())).isEqualTo(IdentificationState.IDENTIFIED);
    }

    @Test
    void whenSomethingFailsAfterAnAttemptSucceededThenItsBrowserCanStillHaveATicket() {
        AuthorizationAttempt attempt = consumed(begun(created()));
        attempts.identified(attempt, LIFE, false, NOTHING_MORE);

        assertThat(failed(attempt, NOTHING_MORE)).isEmpty();

        assertThat(state(attempt.identification())).isEqualTo(IdentificationState.IDENTIFIED);
        assertThat(attempts.ticketAgain(attempt, LIFE)).isPresent();
    }

    @Test
    void whenNoCallbackCameInTimeThenItIsTakenOnceAndExpires() {
        CreatedIdentification late = store.create("shop", REQUEST, LIFE, PAST, Optional.empty());
        created();
        AtomicInteger announced = new AtomicInteger();

        assertThat(attempts.leaseOverdue(10, LIFE)).containsExactly(late.id());
        assertThat(attempts.leaseOverdue(10, LIFE)).isEmpty();
        assertThat(attempts.expired(late.id(), DENIED, announced::incrementAndGet)).isTrue();
        assertThat(attempts.expired(late.id(), DENIED, announced::incrementAndGet)).isFalse();

        assertThat(announced).hasValue(1);
        StoredIdentification now = store.find(late.id()).orElseThrow();
        assertThat(now.state()).isEqualTo(IdentificationState.EXPIRED);
        assertThat(now.request()).isEmpty();
    }

    @Test
    void whenAnAttemptBeginsThenTheIdentificationLivesAsLongAsIt() {
        CreatedIdentification late = store.create("shop", REQUEST, LIFE, PAST, Optional.empty());
        begun(late);

        assertThat(attempts.leaseOverdue(10, LIFE)).isEmpty();
    }

    @Test
    void whenAnExchangeIsLeftBehindThenItIsTakenOnceAndInterrupted() {
        AuthorizationAttempt attempt = consumed(begun(created()));
        assertThat(attempts.leaseInterrupted(10, LIFE)).isEmpty();
        jdbc.sql("update authorization_attempt set exchanging_since = current_timestamp - interval '1' hour").update();

        assertThat(attempts.leaseInterrupted(10, LIFE)).singleElement()
                .satisfies(left -> assertThat(left.stateDigest()).isEqualTo(attempt.stateDigest()));
        assertThat(attempts.leaseInterrupted(10, LIFE)).isEmpty();
        attempts.failed(attempt.identification(), Optional.of(attempt.stateDigest()), IdentificationState.INTERRUPTED, DENIED,
                Optional.empty(), NOTHING_MORE);

        assertThat(state(attempt.identification())).isEqualTo(IdentificationState.INTERRUPTED);
        assertThat(attempts.identified(attempt, LIFE, false, NOTHING_MORE)).isEmpty();
    }

    @Test
    void whenResultTicketIsSpentThenItIsSpentOnce() throws Exception {
        AuthorizationAttempt attempt = consumed(begun(created()));
        RandomToken ticket = attempts.identified(attempt, LIFE, false, NOTHING_MORE).orElseThrow();
        UUID id = attempt.identification();
        assertThat(store.spendResultTicket(id, ticket)).as("before the result is there").isFalse();
        assertThat(store.prolongResultTicket(id, ticket, LIFE)).isTrue();
        assertThat(store.ready(id)).isTrue();

        assertThat(store.spendResultTicket(id, RandomToken.generate())).isFalse();
        assertThat(atOnce(6, () -> store.spendResultTicket(id, ticket))).containsOnlyOnce(true);
        assertThat(store.stateOfResultTicket(id, ticket)).isEqualTo(ResultTicketState.SPENT);
        assertThat(store.stateOfResultTicket(id, RandomToken.generate())).isEqualTo(ResultTicketState.UNKNOWN);
    }

    @Test
    void whenResultTicketIsOverItsTimeThenItIsNotGood() {
        AuthorizationAttempt attempt = consumed(begun(created()));
        RandomToken ticket = attempts.identified(attempt, PAST, false, NOTHING_MORE).orElseThrow();
        UUID id = attempt.identification();

        assertThat(store.prolongResultTicket(id, ticket, LIFE)).isFalse();
        store.ready(id);
        assertThat(store.spendResultTicket(id, ticket)).isFalse();
        assertThat(store.stateOfResultTicket(id, ticket)).isEqualTo(ResultTicketState.EXPIRED);
    }

    @Test
    void whenThePersonalDataComeThenTheStateFollowsAndNeverGoesBack() {
        UUID id = identified();

        assertThat(store.delivered(id)).isFalse();
        assertThat(store.fetching(id)).isTrue();
        assertThat(store.fetching(id)).isFalse();
        assertThat(store.ready(id)).isTrue();
        assertThat(store.fetching(id)).isFalse();
        assertThat(store.failed(id, DENIED, new Failure.Reported("a", "b"))).isFalse();
        assertThat(store.delivered(id)).isTrue();
        assertThat(store.delivered(id)).isFalse();
        assertThat(state(id)).isEqualTo(IdentificationState.DELIVERED);
    }

    @Test
    void whenThePersonalDataCannotBeHadThenItFails() {
        UUID id = identified();

        assertThat(store.failed(id, DENIED, new Failure.Reported("a", "b"))).isTrue();
        assertThat(store.ready(id)).isFalse();
        assertThat(store.find(id).orElseThrow().failure()).contains(DENIED);
    }

    @Test
    void whenErasedUnderWayThenItFailsAndNoCallbackFindsIt() {
        CreatedIdentification created = created();
        StartedAttempt started = begun(created);
        AuthorizationAttempt attempt = attempt(started);
        AtomicInteger erased = new AtomicInteger();

        store.erase(created.id(), Optional.of(DENIED), erased::incrementAndGet);

        assertThat(erased).hasValue(1);
        assertThat(state(created.id())).isEqualTo(IdentificationState.FAILED);
        assertThat(attempts.find(started.state())).isEmpty();
        assertThat(attempts.consume(attempt, attempt.browserDigest())).isFalse();
        assertThat(attempts.count(created.id(), 10)).isFalse();
        assertThat(attempts.begin(created.id(), StartedAttempt.generate(), LIFE)).isFalse();
    }

    @Test
    void whenErasedWithAResultThenItIsDelivered() {
        UUID id = identified();
        store.ready(id);

        store.erase(id, Optional.empty(), NOTHING_MORE);

        assertThat(state(id)).isEqualTo(IdentificationState.DELIVERED);
        assertThat(store.find(id).orElseThrow().failure()).isEmpty();
    }

    @Test
    void whenItEndedLongAgoThenItIsForgottenWithItsAttempts() {
        CreatedIdentification open = created();
        AuthorizationAttempt attempt = consumed(begun(created()));
        failed(attempt, NOTHING_MORE);

        assertThat(store.forget(LIFE)).isZero();
        assertThat(store.forget(PAST)).isEqualTo(1);
        assertThat(store.find(attempt.identification())).isEmpty();
        assertThat(store.find(open.id())).isPresent();
        assertThat(jdbc.sql("select count(*) from authorization_attempt").query(Integer.class).single()).isZero();
    }

    private CreatedIdentification created() {
        return store.create("shop", REQUEST, LIFE, LIFE, Optional.empty());
    }

    private StartedAttempt begun(CreatedIdentification identification) {
        StartedAttempt attempt = StartedAttempt.generate();
        assertThat(attempts.begin(identification.id(), attempt, LIFE)).isTrue();
        return attempt;
    }

    private AuthorizationAttempt attempt(StartedAttempt started) {
        return attempts.find(started.state()).orElseThrow();
    }

    private AuthorizationAttempt consumed(StartedAttempt started) {
        AuthorizationAttempt attempt = attempt(started);
        assertThat(attempts.consume(attempt, attempt.browserDigest())).isTrue();
        return attempt;
    }

    private UUID identified() {
        AuthorizationAttempt attempt = consumed(begun(created()));
        attempts.identified(attempt, LIFE, false, NOTHING_MORE).orElseThrow();
        return attempt.identification();
    }

    private Optional<IdentificationState> failed(AuthorizationAttempt attempt, Runnable onEnd) {
        return attempts.failed(attempt.identification(), Optional.of(attempt.stateDigest()), IdentificationState.FAILED, DENIED,
                Optional.of(new Failure.Reported("access_denied", "слова\nи ещё")), onEnd);
    }

    private IdentificationState state(UUID id) {
        return store.states(List.of(id)).get(id);
    }

    private static <T> List<T> atOnce(int times, Callable<T> task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<Future<T>> results = threads.invokeAll(java.util.Collections.nCopies(times, task));
            List<T> all = new java.util.ArrayList<>();
            for (Future<T> result : results) {
                all.add(result.get());
            }
            return all;
        } finally {
            threads.shutdown();
        }
    }
}
