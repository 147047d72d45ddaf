package io.eidroutes.identification.person;

import io.eidroutes.privacy.Digests;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The codes that were sent to the provider, as keyed digests. A code is noted, and the note committed, before it is
 * sent; whatever happens then, it is not sent again, unless it is certain that nothing was sent.
 */
public final class ExchangedCodes {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Digests digests;

    ExchangedCodes(JdbcClient jdbc, PlatformTransactionManager transactions, Digests digests) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.digests = digests;
    }

    /** Notes that the code is about to be sent, in a transaction of its own; false if it was noted before. */
    public boolean first(String code) {
        List<String> candidates = digests.candidates(("code|" + code).getBytes(StandardCharsets.UTF_8));
        try {
            return transaction.execute(status -> {
                boolean known = jdbc.sql("select exists (select 1 from exchanged_code where digest in (:digests))")
                        .param("digests", candidates).query(Boolean.class).single();
                if (!known) {
                    jdbc.sql("insert into exchanged_code (digest, exchanged_at) values (:digest, current_timestamp)")
                            .param("digest", candidates.get(0)).update();
                }
                return !known;
            });
        } catch (DuplicateKeyException twin) {
            return false;
        }
    }

    /** Takes a note back: the code certainly was not sent. */
    void forget(String code) {
        List<String> candidates = digests.candidates(("code|" + code).getBytes(StandardCharsets.UTF_8));
        transaction.executeWithoutResult(status -> jdbc.sql("delete from exchanged_code where digest in (:digests)")
                .param("digests", candidates).update());
    }

    void eraseOld(Duration keep) {
        transaction.executeWithoutResult(status -> jdbc.sql("""
                delete from exchanged_code
                where exchanged_at <= current_timestamp - cast(:keep as bigint) * interval '0.001' second
                """)
                .param("keep", keep.toMillis()).update());
    }
}
