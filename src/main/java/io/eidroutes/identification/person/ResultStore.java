package io.eidroutes.identification.person;

import io.eidroutes.privacy.PersonalData;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The results, encrypted, until they are delivered or their time is over. */
final class ResultStore {

    private static final String TABLE = "personal_data_result";
    private static final String COLUMN = "content";
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final PersonalData personal;

    ResultStore(JdbcClient jdbc, PlatformTransactionManager transactions, PersonalData personal) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.personal = personal;
    }

    void store(UUID id, byte[] result, Duration keep) {
        transaction.executeWithoutResult(status -> jdbc.sql("""
                insert into personal_data_result (identification_id, content, erase_at)
                values (:id, :content, current_timestamp + cast(:keep as bigint) * interval '0.001' second)
                """)
                .param("id", id).param("content", personal.encrypt(result, TABLE, id, COLUMN))
                .param("keep", keep.toMillis()).update());
    }

    /**
     * The result's JSON, or nothing where it is erased or its time is over.
     *
     * @throws io.eidroutes.privacy.Undecryptable if its key is gone
     */
    Optional<byte[]> find(UUID id) {
        return jdbc.sql("""
                select content from personal_data_result where identification_id = :id and erase_at > current_timestamp
                """)
                .param("id", id).query(byte[].class).optional()
                .map(content -> personal.decrypt(content, TABLE, id, COLUMN));
    }

    void erase(UUID id) {
        transaction.executeWithoutResult(status ->
                jdbc.sql("delete from personal_data_result where identification_id = :id").param("id", id).update());
    }

    /** Erases what is over its time; returns how many. */
    int eraseOld() {
        int total = 0;
        int rows;
        do {
            rows = transaction.execute(status -> jdbc.sql("""
                    delete from personal_data_result where identification_id in (
                        select identification_id from personal_data_result where erase_at <= current_timestamp
                        order by erase_at limit :batch)
                    """)
                    .param("batch", BATCH).update());
            total += rows;
        } while (rows == BATCH);
        return total;
    }
}
