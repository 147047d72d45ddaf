package io.eidroutes.identification.person;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.eidroutes.delivery.DeliverySettings;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.FailureSummary;
import io.eidroutes.failure.Family;
import io.eidroutes.failure.Kind;
import io.eidroutes.identification.provider.Identified;
import io.eidroutes.identification.provider.Tokens;
import io.eidroutes.http.BreakerSettings;
import io.eidroutes.privacy.Digests;
import io.eidroutes.privacy.Keyset;
import io.eidroutes.privacy.KeysetFile;
import io.eidroutes.privacy.PersonalData;
import io.eidroutes.privacy.Undecryptable;
import io.eidroutes.store.TestDatabase;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The stores of personal data; on every database. */
abstract class PersonStoreContract {

    static final String MARKER = "Examplova-Marker-4402";
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Identified PERSON =
            new Identified("900101300123", MARKER, MARKER, Optional.of("77070000000"), Optional.of(new Tokens(MARKER, MARKER)), true);
    private static final FailureSummary FAILURE = new FailureSummary(Family.COID, "no-person", Kind.PARTNER, false);
    private static final Failure.Reported WORDS = new Failure.Reported("200", MARKER);

    private final String keysetFile = KeysetFile.generate();
    private JdbcClient jdbc;
    private FetchQueue fetches;
    private DeliveryQueue deliveries;
    private ResultStore results;
    private ExchangedCodes codes;
    private RequestRenewals renewals;
    private RecordedProgress progress;
    /** Whose fetch ended. */
    private final List<UUID> ended = new ArrayList<>();

    abstract TestDatabase database();

    @BeforeEach
    void prepare() {
        database().clear();
        open(keysetFile);
    }

    private void open(String file) {
        Keyset keyset = Keyset.parse(file);
        PersonalData personal = new PersonalData(keyset);
        jdbc = database().jdbc();
        progress = new RecordedProgress();
        results = new ResultStore(jdbc, database().transactions(), personal);
        codes = new ExchangedCodes(jdbc, database().transactions(), new Digests(keyset));
        renewals = new RequestRenewals(jdbc, database().transactions(), new Digests(keyset));
        DeliverySettings.Webhook webhook =
                new DeliverySettings.Webhook(URI.create("https://partner.example/hook"), "0123456789abcdef0123456789abcdef");
        deliveries = new DeliveryQueue(jdbc, database().transactions(), results, progress, new DeliverySettings(
                Map.of("shop", webhook), Map.of(), Map.of(), DAY, new DeliverySettings.Http(Duration.ofSeconds(1), Duration.ofSeconds(1), 1),
                new BreakerSettings(50, 20, Duration.ofSeconds(1)), 1,
                LEASE, DAY, DAY, DAY, DAY));
        fetches = new FetchQueue(jdbc, database().transactions(), personal, new StoredPerson(new ObjectMapper()), results,
                deliveries, renewals, progress, ended::add);
    }

    private UUID added(String client) {
        UUID id = UUID.randomUUID();
        fetches.add(id, client, PERSON, DAY);
        return id;
    }

    private LeasedFetch leased() {
        return fetches.lease("node-1", 1, LEASE).get(0);
    }

    private LeasedDelivery leasedDelivery() {
        return deliveries.lease("node-1", 1, LEASE).get(0);
    }

    private void timePasses() {
        for (String table : List.of("personal_data_fetch", "result_delivery")) {
            jdbc.sql("update " + table + " set due_at = current_timestamp - interval '1' second").update();
        }
    }

    private int rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    @Test
    void whenAPersonIsAddedThenItIsLeasedOnceWithEverything() {
        UUID id = added("shop");

        LeasedFetch fetch = leased();

        assertThat(fetch.id()).isEqualTo(id);
        assertThat(fetch.client()).isEqualTo("shop");
        assertThat(fetch.person()).contains(PERSON);
        assertThat(fetch.tries()).isZero();
        assertThat(fetch.pastDeadline()).isFalse();
        assertThat(progress.states(id)).containsExactly("fetching");
        assertThat(fetches.lease("node-2", 10, LEASE)).isEmpty();
    }

    @Test
    void whenTheTransactionOfTheCallerFallsThenNobodyWasAdded() {
        TransactionTemplate outer = new TransactionTemplate(database().transactions());
        outer.executeWithoutResult(status -> {
            added("shop");
            status.setRollbackOnly();
        });

        assertThat(fetches.lease("node-1", 1, LEASE)).isEmpty();
    }

    @Test
    void whenAnOwnerDiesThenAnotherTakesThePersonAndTheFirstMayNotWrite() {
        UUID id = added("shop");
        LeasedFetch first = leased();
        timePasses();

        LeasedFetch second = fetches.lease("node-2", 1, LEASE).get(0);

        assertThat(second.tries()).isOne();
        assertLeaseLost(() -> fetches.ready(first, "{}".getBytes(UTF_8), DAY));
        assertLeaseLost(() -> fetches.failed(first, FAILURE, WORDS, true));
        assertLeaseLost(() -> fetches.retry(first, Duration.ZERO));
        assertThat(results.find(id)).isEmpty();
        assertThat(progress.states(id)).containsExactly("fetching");
        assertThat(ended).isEmpty();
        fetches.ready(second, "{}".getBytes(UTF_8), DAY);
        assertThat(progress.states(id)).containsExactly("fetching", "ready");
        assertThat(ended).as("who is told of an end").containsExactly(id);
    }

    @Test
    void whenManyLeaseAtOnceThenEachPersonHasOneOwner() throws Exception {
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            ids.add(added("shop"));
        }
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        List<Callable<List<LeasedFetch>>> leasing = Stream.of("a", "b", "c", "d")
                .map(node -> (Callable<List<LeasedFetch>>) () -> fetches.lease(node, 20, LEASE)).toList();

        List<UUID> leased = nodes.invokeAll(leasing).stream().map(PersonStoreContract::result)
                .flatMap(List::stream).map(LeasedFetch::id).toList();
        nodes.shutdown();

        assertThat(leased).doesNotHaveDuplicates().isSubsetOf(ids);
        assertThat(leased).hasSizeGreaterThanOrEqualTo(20);
    }

    private static List<LeasedFetch> result(Future<List<LeasedFetch>> leased) {
        try {
            return leased.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whenItFailsForAWhileThenItIsDueAgainLaterAndCounted() {
        added("shop");
        fetches.retry(leased(), Duration.ofMinutes(5));

        assertThat(fetches.lease("node-1", 1, LEASE)).isEmpty();
        timePasses();
        assertThat(leased().tries()).isOne();
    }

    @Test
    void whenTheDeadlineHasPassedThenTheLeaseSaysSoAndARetryWaitsNoLonger() {
        UUID id = UUID.randomUUID();
        fetches.add(id, "shop", PERSON, Duration.ofSeconds(-1));
        LeasedFetch fetch = leased();
        assertThat(fetch.pastDeadline()).isTrue();

        fetches.retry(fetch, DAY);

        assertThat(leased().id()).isEqualTo(id);
    }

    @Test
    void whenTheResultIsThereThenItIsFoundAndDeliveredOnce() {
        UUID id = added("shop");
        fetches.ready(leased(), MARKER.getBytes(UTF_8), DAY);

        assertThat(results.find(id)).hasValueSatisfying(content -> assertThat(content).asString(UTF_8).isEqualTo(MARKER));
        LeasedDelivery delivery = leasedDelivery();
        assertThat(delivery.id()).isEqualTo(id);
        assertThat(delivery.state()).isEqualTo("ready");
        assertThat(delivery.result()).isPresent();
        deliveries.delivered(delivery);

        assertThat(results.find(id)).isEmpty();
        assertThat(rows("personal_data_result") + rows("result_delivery") + rows("personal_data_fetch")).isZero();
        assertThat(progress.states(id)).containsExactly("fetching", "ready", "delivered");
    }

    @Test
    void whenADeliveryIsTriedAgainThenItsIdStays() {
        added("shop");
        fetches.ready(leased(), "{}".getBytes(UTF_8), DAY);
        LeasedDelivery first = leasedDelivery();
        deliveries.retry(first, Duration.ofMinutes(5));
        assertThat(deliveries.lease("node-1", 1, LEASE)).isEmpty();
        timePasses();

        LeasedDelivery second = leasedDelivery();

        assertThat(second.deliveryId()).isEqualTo(first.deliveryId());
        assertThat(second.tries()).isOne();
        assertLeaseLost(() -> deliveries.delivered(first));
    }

    @Test
    void whenADeliveryIsGivenUpThenTheResultCanStillBeFetched() {
        UUID id = added("shop");
        fetches.ready(leased(), "{}".getBytes(UTF_8), DAY);

        deliveries.giveUp(leasedDelivery());

        assertThat(deliveries.lease("node-1", 1, LEASE)).isEmpty();
        assertThat(results.find(id)).isPresent();
    }

    @Test
    void whenAGivenUpDeliveryIsPutBackThenItIsTriedAnewUnderItsId() {
        AtomicInteger woken = new AtomicInteger();
        GivenUpDeliveries letters = new GivenUpDeliveries(jdbc, database().transactions(), woken::incrementAndGet, DAY);
        UUID id = added("shop");
        fetches.ready(leased(), "{}".getBytes(UTF_8), DAY);
        LeasedDelivery first = leasedDelivery();
        assertThat(letters.putBack(id.toString())).as("not given up yet").isFalse();
        deliveries.giveUp(first);

        assertThat(letters.list(10)).singleElement().satisfies(letter -> {
            assertThat(letter.id()).isEqualTo(id.toString());
            assertThat(letter.reason()).isEqualTo("delivery-deadline");
            assertThat(letter.about()).containsEntry("client", "shop").containsEntry("state", "ready");
        });
        assertThat(letters.putBack(id.toString())).isTrue();

        assertThat(woken).hasValue(1);
        assertThat(letters.list(10)).isEmpty();
        LeasedDelivery again = leasedDelivery();
        assertThat(again.deliveryId()).isEqualTo(first.deliveryId());
        assertThat(again.pastDeadline()).isFalse();
        assertThat(again.tries()).isZero();
    }

    @Test
    void whenAGivenUpDeliveryIsDroppedOrOldThenItIsGone() {
        GivenUpDeliveries letters = new GivenUpDeliveries(jdbc, database().transactions(), () -> { }, DAY);
        List<UUID> ids = List.of(added("shop"), added("shop"));
        fetches.lease("node-1", 2, LEASE).forEach(fetch -> fetches.ready(fetch, "{}".getBytes(UTF_8), DAY));
        deliveries.lease("node-1", 2, LEASE).forEach(deliveries::giveUp);

        assertThat(letters.drop(ids.get(0).toString())).isTrue();
        assertThat(letters.drop(ids.get(0).toString())).isFalse();
        assertThat(letters.drop("nonsense")).isFalse();
        letters.eraseOld(DAY);
        assertThat(rows("result_delivery")).isOne();
        letters.eraseOld(Duration.ZERO);

        assertThat(rows("result_delivery")).isZero();
        assertThat(results.find(ids.get(0))).isPresent();
    }

    @Test
    void whenAnOwnerStopsThenItsWorkIsAnothersAtOnce() {
        added("shop");
        added("shop");
        fetches.ready(leased(), "{}".getBytes(UTF_8), DAY);
        LeasedDelivery delivery = leasedDelivery();
        LeasedFetch fetch = leased();
        assertThat(fetches.lease("node-2", 1, LEASE)).isEmpty();
        assertThat(deliveries.lease("node-2", 1, LEASE)).isEmpty();

        fetches.giveBack("node-1");
        deliveries.giveBack("node-1");

        assertThat(fetches.lease("node-2", 1, LEASE)).extracting(LeasedFetch::id).containsExactly(fetch.id());
        assertThat(deliveries.lease("node-2", 1, LEASE)).extracting(LeasedDelivery::id).containsExactly(delivery.id());
    }

    @Test
    void whenTheClientHasNoChannelThenThereIsNoDelivery() {
        UUID id = added("other");
        fetches.ready(leased(), "{}".getBytes(UTF_8), DAY);

        assertThat(rows("result_delivery")).isZero();
        assertThat(results.find(id)).isPresent();
    }

    @Test
    void whenItFailsForGoodThenTheClientIsToldAndTheNextStartRenews() {
        UUID id = added("shop");
        fetches.failed(leased(), FAILURE, WORDS, true);

        LeasedDelivery delivery = leasedDelivery();
        assertThat(delivery.state()).isEqualTo("failed");
        assertThat(delivery.failure()).contains(FAILURE);
        assertThat(delivery.result()).isEmpty();
        assertThat(renewals.needed(PERSON.iin())).isTrue();
        assertThat(renewals.needed("900101300124")).isFalse();
        deliveries.delivered(delivery);
        assertThat(progress.states(id)).containsExactly("fetching", "failed");
        assertThat(progress.failure(id)).isEqualTo(FAILURE);
        assertThat(rows("personal_data_fetch")).isZero();
    }

    @Test
    void whenTwoFailAtOnceForOnePersonThenBothEnd() {
        for (int i = 0; i < 8; i++) {
            added("shop");
        }

        fetches.lease("node-1", 8, LEASE).stream()
                .map(fetch -> CompletableFuture.runAsync(() -> fetches.failed(fetch, FAILURE, WORDS, true), work -> new Thread(work).start()))
                .toList().forEach(CompletableFuture::join);

        assertThat(rows("personal_data_fetch")).isZero();
        assertThat(rows("request_renewal")).isOne();
    }

    @Test
    void whenAPersonIsFetchedAfterARenewalThenNoneIsNeededAnyMore() {
        renewals.note(PERSON.iin());
        renewals.note(PERSON.iin());
        assertThat(rows("request_renewal")).isOne();
        added("shop");

        fetches.ready(leased(), "{}".getBytes(UTF_8), DAY);

        assertThat(renewals.needed(PERSON.iin())).isFalse();
    }

    @Test
    void whenAResultIsOverItsTimeThenItIsGoneAndItsDeliveryToo() {
        UUID id = added("shop");
        fetches.ready(leased(), "{}".getBytes(UTF_8), Duration.ofSeconds(-1));

        assertThat(results.find(id)).isEmpty();
        assertThat(deliveries.lease("node-1", 1, LEASE)).isEmpty();
        assertThat(rows("result_delivery")).isZero();
        assertThat(results.eraseOld()).isOne();
        assertThat(rows("personal_data_result")).isZero();
    }

    @Test
    void whenAResultIsInItsTimeThenRetentionLeavesIt() {
        UUID id = added("other");
        fetches.ready(leased(), "{}".getBytes(UTF_8), DAY);

        assertThat(results.eraseOld()).isZero();
        assertThat(results.find(id)).isPresent();
    }

    @Test
    void whenACodeIsNotedThenItIsTheFirstOnceUnderEveryKey() {
        assertThat(codes.first("code-1")).isTrue();
        assertThat(codes.first("code-1")).isFalse();
        assertThat(codes.first("code-2")).isTrue();
        codes.forget("code-2");
        assertThat(codes.first("code-2")).isTrue();

        open(KeysetFile.rotate(keysetFile));

        assertThat(codes.first("code-1")).isFalse();
        assertThat(codes.first("code-3")).isTrue();
        codes.eraseOld(DAY);
        assertThat(rows("exchanged_code")).isEqualTo(3);
        codes.eraseOld(Duration.ofSeconds(-1));
        assertThat(rows("exchanged_code")).isZero();
    }

    @Test
    void whenACodeIsNotedByManyAtOnceThenOneIsTheFirst() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        List<Callable<Boolean>> noting =
                Stream.generate(() -> (Callable<Boolean>) () -> codes.first("contended")).limit(12).toList();

        long first = 0;
        for (Future<Boolean> noted : nodes.invokeAll(noting)) {
            first += noted.get() ? 1 : 0;
        }
        nodes.shutdown();

        assertThat(first).isOne();
    }

    @Test
    void whenACodeIsNotedInAFallingTransactionThenTheNoteStays() {
        TransactionTemplate outer = new TransactionTemplate(database().transactions());
        outer.executeWithoutResult(status -> {
            assertThat(codes.first("code-1")).isTrue();
            status.setRollbackOnly();
        });

        assertThat(codes.first("code-1")).isFalse();
    }

    @Test
    void whenTheKeysAreGoneThenThePersonWaitsAndEndsAtItsDeadlineAllTheSame() {
        UUID waits = added("shop");
        fetches.add(UUID.randomUUID(), "shop", PERSON, Duration.ofSeconds(-1));
        open(KeysetFile.generate());

        List<LeasedFetch> leased = fetches.lease("node-1", 2, LEASE);

        assertThat(leased).singleElement().satisfies(fetch -> {
            assertThat(fetch.pastDeadline()).isTrue();
            assertThat(fetch.person()).isEmpty();
        });
        fetches.failed(leased.get(0), FAILURE, WORDS, true);
        assertThat(fetches.open(List.of(waits))).containsExactly(waits);
        open(keysetFile);
        timePasses();
        assertThat(leased().person()).contains(PERSON);
    }

    @Test
    void whenTheKeysOfAResultAreGoneThenItsDeliveryWaits() {
        UUID id = added("shop");
        fetches.ready(leased(), "{}".getBytes(UTF_8), DAY);
        open(KeysetFile.generate());

        assertThat(deliveries.lease("node-1", 1, LEASE)).isEmpty();
        assertThatExceptionOfType(Undecryptable.class).isThrownBy(() -> results.find(id));
        assertThat(rows("result_delivery")).isOne();
    }

    @Test
    void whenPersonalDataAreStoredThenNoColumnShowsThem() {
        added("other");
        LeasedFetch ready = leased();
        fetches.ready(ready, MARKER.getBytes(UTF_8), DAY);
        added("shop");
        fetches.failed(leased(), FAILURE, WORDS, true);
        added("shop");
        codes.first(MARKER);

        int rows = 0;
        for (String table : List.of("personal_data_fetch", "personal_data_result", "result_delivery", "exchanged_code",
                "request_renewal")) {
            for (Map<String, Object> row : jdbc.sql("select * from " + table).query().listOfRows()) {
                rows++;
                assertThat(row.values()).as(table).noneMatch(PersonStoreContract::showsMarker);
            }
        }
        assertThat(rows).isEqualTo(5);
    }

    private static boolean showsMarker(Object value) {
        String text = value instanceof byte[] bytes
                ? new String(bytes, StandardCharsets.ISO_8859_1) : String.valueOf(value);
        return text.contains(MARKER) || text.contains(PERSON.iin()) || text.contains("77070000000");
    }

    private static void assertLeaseLost(Runnable write) {
        assertThatExceptionOfType(Failure.class).isThrownBy(write::run)
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("EID-LEASE-LOST"));
    }
}
