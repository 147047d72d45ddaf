package io.eidroutes.identification;

import io.eidroutes.failure.FailureSummary;
import io.eidroutes.identification.provider.Identified;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** What becomes of an identified person: the personal data are fetched, kept for the partner or brought to it, and erased. */
public interface IdentifiedPeople {

    /** Stores a person to be fetched, in the transaction that ends the token exchange. */
    void add(UUID identification, String client, Identified person);

    /** Waits until there is a result or will be none; empty when the time is over. */
    CompletionStage<Optional<Boolean>> await(UUID identification, Duration atMost);

    /** The result as a JSON object; empty while it is not there, and once it is erased. */
    Optional<byte[]> find(UUID identification);

    /** Erases whatever is kept of the person, in the caller's transaction. */
    void erase(UUID identification);

    /** Tells the client's channel, if it has one, that the identification ended without a person; in the caller's transaction. */
    void announce(UUID identification, String client, String state, FailureSummary failure);

    /** Whether the next authorization of that person is to renew the {@code requestId}. */
    boolean needsRenewal(String iin);
}
