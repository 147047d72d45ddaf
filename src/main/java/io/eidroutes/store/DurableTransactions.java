package io.eidroutes.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
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
 * {@code CHECKPOINT SYNC}, one for all the transactions that committed meanwhile. Whoever writes outside a transaction
 * of this manager is not covered. A read-only transaction is not followed by a checkpoint; one that merely happens to
 * write nothing is, since what it has read may have been another's commit that is not on the disk yet. Nor is one of
 * {@link #soon}, whose loss costs nothing but work done twice.
 */
public final class DurableTransactions extends DataSourceTransactionManager {

    private static final long serialVersionUID = 1L;
    private static final String SOON = "soon";

    private final boolean embedded;
    private final transient AtomicLong committed = new AtomicLong();
    private final transient Object checkpoint = new Object();
    private long onDisk;

    public DurableTransactions(DataSource dataSource) {
        super(dataSource);
        this.embedded = isH2(dataSource);
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
        long mine = committed.incrementAndGet();
        synchronized (checkpoint) {
            if (onDisk >= mine) {
                return;
            }
            long covered = committed.get();
            // The connection of this transaction is still bound to the thread.
            Connection connection = DataSourceUtils.getConnection(obtainDataSource());
            try (Statement statement = connection.createStatement()) {
                statement.execute("CHECKPOINT SYNC");
            } catch (SQLException e) {
                throw new TransactionSystemException("Committed, but it is not certain that the disk has it.");
            } finally {
                DataSourceUtils.releaseConnection(connection, obtainDataSource());
            }
            onDisk = covered;
        }
    }

    private static boolean isH2(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("H2");
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be reached.", e);
        }
    }
}
