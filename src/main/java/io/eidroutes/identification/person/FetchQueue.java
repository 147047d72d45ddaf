package io.eidroutes.identification.person;

import io.eidroutes.failure.Failure;
import io.eidroutes.failure.FailureSummary;
import io.eidroutes.identification.IdentificationProgress;
import io.eidroutes.identification.provider.Identified;
import io.eidroutes.privacy.PersonalData;
import io.eidroutes.privacy.Undecryptable;
import io.eidroutes.store.DurableTransactions;
import io.eidroutes.store.LeaseLost;
import io.eidroutes.trace.TraceParent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The identified people whose data the adapter is still to be asked for. One owner at a time holds a person, for the
 * time of the lease. While it is held, {@code due_at} is the end of the lease, so one whose owner died is due again by
 * itself. All times are of the database's clock.
 */
final class FetchQueue {

    private static final Logger LOG = LoggerFactory.getLogger(FetchQueue.class);
    private static final String TABLE = "personal_data_fetch";
    private static final String COLUMN = "person";
    /** How soon a person that cannot be decrypted is looked at again: an operator may have mended the keyset. */
    private static final Duration QUARANTINE = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate soon;
    private final PersonalData personal;
    private final StoredPerson people;
    private final ResultStore results;
    private final DeliveryQueue deliveries;
    private final RequestRenewals renewals;
    private final IdentificationProgress progress;
    private final Consumer<UUID> onEnd;

    /** @param onEnd is given whose fetch ends, within the transaction that ends it */
    FetchQueue(JdbcClient jdbc, PlatformTransactionManager transactions, PersonalData personal, StoredPerson people,
            ResultStore results, DeliveryQueue deliveries, RequestRenewals renewals, IdentificationProgress progress,
            Consumer<UUID> onEnd) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.soon = DurableTransactions.soon(transactions);
        this.personal = personal;
        this.people = people;
        this.results = results;
        this.deliveries = deliveries;
        this.renewals = renewals;
        this.progress = progress;
        this.onEnd = onEnd;
    }

    /** Stores a person to be fetched, in the caller's transaction where there is one. */
    void add(UUID id, String client, Identified person, Duration giveUp) {
        transaction.executeWithoutResult(status -> jdbc.sql("""
                insert into personal_data_fetch (identification_id, client, person, tries, due_at, deadline, fence)
                values (:id, :client, :person, 0, current_timestamp,
                        current_timestamp + cast(:giveUp as bigint) * interval '0.001' second, 0)
                """)
                .param("id", id).param("client", client)
                .param("person", personal.encrypt(people.write(person), TABLE, id, COLUMN))
                .param("giveUp", giveUp.toMillis()).update());
    }

    /** Leases people that are due, those longest due first. One that cannot be decrypted is left for later. */
    List<LeasedFetch> lease(String owner, int max, Duration lease) {
        return soon.execute(status -> {
            List<UUID> due = jdbc.sql("""
                    select identification_id from personal_data_fetch where due_at <= current_timestamp
                    order by due_at limit :max for update skip locked
                    """)
                    .param("max", max).query(UUID.class).list();
            return due.isEmpty() ? List.of() : take(due, owner, lease);
        });
    }

    private List<LeasedFetch> take(List<UUID> due, String owner, Duration lease) {
        jdbc.sql("""
                update personal_data_fetch set fence = fence + 1,
                tries = case when lease_owner is null then tries else tries + 1 end, lease_owner = :owner,
                due_at = current_timestamp + cast(:lease as bigint) * interval '0.001' second
                where identification_id in (:ids)
                """)
                .param("owner", owner).param("lease", lease.toMillis()).param("ids", due).update();
        List<Optional<LeasedFetch>> leased = new ArrayList<>();
        List<UUID> undecryptable = new ArrayList<>();
        jdbc.sql("""
                select f.identification_id, f.fence, f.lease_owner, f.client, f.person, f.tries,
                       f.deadline <= current_timestamp as past_deadline, i.trace
                from personal_data_fetch f left join identification i on i.id = f.identification_id
                where f.identification_id in (:ids) order by f.deadline
                """)
                .param("ids", due).query(row -> {
                    leased.add(leased(row, undecryptable));
                });
        leaveForLater(undecryptable);
        List<LeasedFetch> fetches = leased.stream().flatMap(Optional::stream).toList();
        fetches.stream().filter(fetch -> fetch.fence() == 1).forEach(fetch -> progress.fetching(fetch.id()));
        return fetches;
    }

    private Optional<LeasedFetch> leased(ResultSet row, List<UUID> undecryptable) throws SQLException {
        UUID id = row.getObject("identification_id", UUID.class);
        boolean past = row.getBoolean("past_deadline");
        Optional<Identified> person = Optional.empty();
        try {
            person = Optional.of(people.read(personal.decrypt(row.getBytes(COLUMN), TABLE, id, COLUMN)));
        } catch (Undecryptable e) {
            LOG.error("Identification {} waits. {}", id, e.getMessage());
            if (!past) {
                undecryptable.add(id);
                return Optional.empty();
            }
        }
        return Optional.of(new LeasedFetch(id, row.getLong("fence"), row.getString("lease_owner"),
                row.getString("client"), person, row.getInt("tries"), past,
                TraceParent.of(row)));
    }

    private void leaveForLater(List<UUID> undecryptable) {
        if (!undecryptable.isEmpty()) {
            jdbc.sql("""
                    update personal_data_fetch set lease_owner = null,
                    due_at = least(current_timestamp + cast(:later as bigint) * interval '0.001' second, deadline)
                    where identification_id in (:ids)
                    """)
                    .param("later", QUARANTINE.toMillis()).param("ids", undecryptable).update();
        }
    }

    /**
     * The person's data are there: stored, and on their way to the client where it has a channel.
     *
     * @throws Failure transport {@code EID-LEASE-LOST}: another node has the person, or it was erased
     */
    void ready(LeasedFetch fetch, byte[] result, Duration keep) {
        transaction.executeWithoutResult(status -> {
            // The identification first, as an erasure does: each would wait for the other else.
            progress.ready(fetch.id());
            end(fetch);
            results.store(fetch.id(), result, keep);
            fetch.person().ifPresent(person -> renewals.forget(person.iin()));
            deliveries.addReady(fetch.id(), fetch.client());
        });
    }

    /**
     * There will be no data.
     *
     * @param renew the person's next start is to renew the requestId
     * @throws Failure transport {@code EID-LEASE-LOST}: another node has the person, or it was erased
     */
    void failed(LeasedFetch fetch, FailureSummary failure, Failure.Reported reported, boolean renew) {
        if (renew) {
            // Before, and by itself: two who fail at once for one person note the same.
            fetch.person().ifPresent(person -> renewals.note(person.iin()));
        }
        transaction.executeWithoutResult(status -> {
            // The identification first, as an erasure does: each would wait for the other else.
            progress.failed(fetch.id(), failure, reported);
            end(fetch);
            deliveries.addFailed(fetch.id(), fetch.client(), "failed", failure);
        });
    }

    private void end(LeasedFetch fetch) {
        int held = jdbc.sql("""
                delete from personal_data_fetch
                where identification_id = :id and fence = :fence and lease_owner = :owner
                """)
                .param("id", fetch.id()).param("fence", fetch.fence()).param("owner", fetch.owner()).update();
        requireHeld(held);
        onEnd.accept(fetch.id());
    }

    /** Asks again later, at the deadline at the latest. */
    void retry(LeasedFetch fetch, Duration in) {
        transaction.executeWithoutResult(status -> requireHeld(jdbc.sql("""
                update personal_data_fetch set lease_owner = null, tries = tries + 1,
                due_at = least(current_timestamp + cast(:in as bigint) * interval '0.001' second, deadline)
                where identification_id = :id and fence = :fence and lease_owner = :owner
                """)
                .param("in", in.toMillis()).param("id", fetch.id()).param("fence", fetch.fence())
                .param("owner", fetch.owner()).update()));
    }

    /** Ends the leases of an owner who stops, so that another need not wait for their end. */
    void giveBack(String owner) {
        transaction.executeWithoutResult(status -> jdbc.sql("""
                update personal_data_fetch set due_at = current_timestamp where lease_owner = :owner and due_at > current_timestamp
                """).param("owner", owner).update());
    }

    /** Which of them are still to be fetched. */
    List<UUID> open(List<UUID> ids) {
        return ids.isEmpty() ? List.of() : jdbc.sql(
                        "select identification_id from personal_data_fetch where identification_id in (:ids)")
                .param("ids", ids).query(UUID.class).list();
    }

    /** Forgets the person, whoever is fetching. */
    void erase(UUID id) {
        transaction.executeWithoutResult(status ->
                jdbc.sql("delete from personal_data_fetch where identification_id = :id").param("id", id).update());
    }

    private static void requireHeld(int held) {
        if (held == 0) {
            throw LeaseLost.failure();
        }
    }
}
