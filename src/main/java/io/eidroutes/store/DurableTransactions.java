package io.eidroutes.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions whose commit means that the data are on the disk, on PostgreSQL and on H2 alike.
 *
 * <p>H2 writes what was committed up to half a second later; a kill within that time loses it. Its own remedy,
 * {@code WRITE_DELAY=0}, also stops the housekeeping that keeps the file from growing. So on H2 a commit is followed by
 * {@code CHECKPOINT SYNC}, one for all the transactions that committed meanwhile. It costs much the same for one as for
 * many; so while several commit at the same time, there is a pause from one to the next, in which they gather.
 *
 * <p>Whoever writes outside a transaction of this manager is not covered. A read-only transaction is not followed by a checkpoint; one that merely happens to
 * write nothing is, since what it has read may have been another's commit that is not on the disk yet. Nor is one of
 * {@link #soon}, whose loss costs nothing but work done twice.
 */
public final class DurableTransactions extends DataSourceTransactionManager {

    private static final long serialVersionUID = 1L;
    private static final String SOON = "soon";
    /** Less than a person notices, more than a checkpoint takes. */
    private static final long PAUSE_MILLIS = 10;

    private final boolean embedded;
    private final transient Lock checkpoint = new ReentrantLock();
    private final transient Object entry = new Object();
    private transient Group gathering = new Group();
    private long pauseUntil;

    /** Transactions that committed since the last checkpoint began. The first of them sees to the next one. */
    private static final class Group {
        private final CompletableFuture<Void> onDisk = new CompletableFuture<>();
        private int members;
    }

    public DurableTransactions(DataSource dataSource) {
        super(dataSource);
        this.embedded = Database.of(dataSource) == Database.H2;
    }

    /**
     * Transactions that are on the disk within a second instead of at once, or with the next durable one. For notes that
     * spare work and that nobody was told of: without the note, the work is done again to the same end.
     */
    public static TransactionTemplate soon(PlatformTransactionManager transactions) {
        TransactionTemplate template = new TransactionTemplate(transactions);
        template.setName(SOON);
        return template;
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        super.doCommit(status);
        if (embedded && !status.isReadOnly() && !SOON.equals(status.getTransactionName())) {
            awaitDisk();
        }
    }

    private void awaitDisk() {
        Group group;
        boolean first;
        synchronized (entry) {
            group = gathering;
            first = group.members++ == 0;
        }
        if (first) {
            bringToDisk(group);
        }
        try {
            group.onDisk.join();
        } catch (CompletionException e) {
            throw new TransactionSystemException("Committed, but it is not certain that the disk has it.");
        }
    }

    private void bringToDisk(Group group) {
        // Until the checkpoint before has ended, others join.
        checkpoint.lock();
        try {
            pause();
            synchronized (entry) {
                gathering = new Group();
            }
            checkpoint();
            // Whoever was alone waits for nobody next time.
            pauseUntil = System.nanoTime() + (group.members > 1 ? TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS) : 0);
            group.onDisk.complete(null);
        } catch (SQLException | RuntimeException | Error e) {
            group.onDisk.completeExceptionally(e);
        } finally {
            checkpoint.unlock();
        }
    }

    private void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(pauseUntil - System.nanoTime());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void checkpoint() throws SQLException {
        // The connection of this transaction is still bound to the thread.
        Connection connection = DataSourceUtils.getConnection(obtainDataSource());
        try (Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        } finally {
            DataSourceUtils.releaseConnection(connection, obtainDataSource());
        }
    }
}
