package io.eidroutes.identification.person;

import io.eidroutes.failure.FailureSummary;
import io.eidroutes.http.Waiters;
import io.eidroutes.identification.IdentifiedPeople;
import io.eidroutes.identification.provider.Identified;
import io.eidroutes.store.StoreSignals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The way of an identified person's data, as the rest of the identification sees it: from the end of the token exchange
 * to the delivered result. What it does by itself it tells
 * {@link io.eidroutes.identification.IdentificationProgress}.
 */
public final class PersonalDataWork implements IdentifiedPeople {

    /** The topic under which nodes tell each other that there is a result, or will be none. */
    static final String ENDED = "identification-ended";

    private final FetchQueue fetches;
    private final ResultStore results;
    private final DeliveryQueue deliveries;
    private final RequestRenewals renewals;
    private final FetchDispatcher fetching;
    private final ResultDispatcher delivering;
    private final Waiters<Boolean> waiters;
    private final Duration giveUp;

    PersonalDataWork(FetchQueue fetches, ResultStore results, DeliveryQueue deliveries,
            RequestRenewals renewals, FetchDispatcher fetching, ResultDispatcher delivering, Waiters<Boolean> waiters,
            Duration giveUp, StoreSignals signals) {
        this.fetches = fetches;
        this.results = results;
        this.deliveries = deliveries;
        this.renewals = renewals;
        this.fetching = fetching;
        this.delivering = delivering;
        this.waiters = waiters;
        this.giveUp = giveUp;
        signals.listen(ENDED, this::endedElsewhere);
    }

    /**
     * Stores a person to be fetched, in the caller's transaction where there is one: the one that ends the token
     * exchange. The work begins once that has committed.
     *
     * @param client whose identification it is; its channel, if it has one, gets the result
     */
    @Override
    public void add(UUID identificationId, String client, Identified person) {
        fetches.add(identificationId, client, person, giveUp);
        afterCommit(fetching::wake);
    }

    /**
     * Waits until there is a result or will be none; true then, and nothing when the time is over. For a browser.
     */
    @Override
    public CompletionStage<Optional<Boolean>> await(UUID identificationId, Duration atMost) {
        return waiters.await(identificationId, atMost,
                () -> fetches.open(List.of(identificationId)).isEmpty() ? Optional.of(true) : Optional.empty());
    }

    /**
     * The result: JSON with {@code iin}, {@code requestId}, {@code sub}, {@code phone} where known,
     * {@code other_person} where it is not the one asked for, {@code personal_data} (the adapter's answer), {@code warnings}
     * and {@code fetched_at}. Nothing while it is not there yet, once it is delivered or erased, and when its time is over.
     *
     * @throws io.eidroutes.privacy.Undecryptable if its key is gone
     */
    @Override
    public Optional<byte[]> find(UUID identificationId) {
        return results.find(identificationId);
    }

    /** Erases whatever is kept of the person here, and ends its fetch and its delivery; in the caller's transaction. */
    @Override
    public void erase(UUID identificationId) {
        fetches.erase(identificationId);
        deliveries.erase(identificationId);
        results.erase(identificationId);
    }

    /**
     * Tells the client's channel, if it has one, that an identification ended before its person was known; in the
     * caller's transaction. What fails afterwards is told without this.
     *
     * @param state the identification's state, for instance {@code expired}
     */
    @Override
    public void announce(UUID identificationId, String client, String state, FailureSummary failure) {
        deliveries.addFailed(identificationId, client, state, failure);
        afterCommit(delivering::wake);
    }

    @Override
    public boolean needsRenewal(String iin) {
        return renewals.needed(iin);
    }

    /** There is a result, or there will be none. */
    void ended(UUID identificationId) {
        waiters.wake(identificationId, true);
        delivering.wake();
    }

    private void endedElsewhere(List<UUID> ended) {
        if (ended.isEmpty()) {
            lookUp();
        }
        ended.forEach(id -> waiters.wake(id, true));
    }

    /** Looks in the store for what another node ended. */
    void lookUp() {
        List<UUID> ended = new ArrayList<>(waiters.ids());
        ended.removeAll(fetches.open(ended));
        ended.forEach(id -> waiters.wake(id, true));
    }

    private static void afterCommit(Runnable action) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            action.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }
}
