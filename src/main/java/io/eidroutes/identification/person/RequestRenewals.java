package io.eidroutes.identification.person;

import io.eidroutes.privacy.Digests;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The people whose requestId was of no use: a requestId repeats between authorizations unless its renewal is asked for,
 * so their next start asks for it ({@code Refresh_request_id_coid}). Only keyed digests of the IIN are kept.
 */
public final class RequestRenewals {

    private static final Logger LOG = LoggerFactory.getLogger(RequestRenewals.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Digests digests;

    RequestRenewals(JdbcClient jdbc, PlatformTransactionManager transactions, Digests digests) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.digests = digests;
    }

    /** Whether the next authorization of that person is to renew the requestId. */
    public boolean needed(String iin) {
        return jdbc.sql("select exists (select 1 from request_renewal where digest in (:digests))")
                .param("digests", candidates(iin)).query(Boolean.class).single();
    }

    /** In a transaction of its own: that another noted the same meanwhile is no failure of what the caller does. */
    void note(String iin) {
        try {
            transaction.executeWithoutResult(status -> {
                if (!needed(iin)) {
                    jdbc.sql("insert into request_renewal (digest, noted_at) values (:digest, current_timestamp)")
                            .param("digest", candidates(iin).get(0)).update();
                }
            });
        } catch (DuplicateKeyException already) {
            LOG.debug("A renewal was noted by another at the same time");
        }
    }

    void forget(String iin) {
        transaction.executeWithoutResult(status -> jdbc.sql("delete from request_renewal where digest in (:digests)")
                .param("digests", candidates(iin)).update());
    }

    void eraseOld(Duration keep) {
        transaction.executeWithoutResult(status -> jdbc.sql("""
                delete from request_renewal
                where noted_at <= current_timestamp - cast(:keep as bigint) * interval '0.001' second
                """)
                .param("keep", keep.toMillis()).update());
    }

    private List<String> candidates(String iin) {
        return digests.candidates(("renewal|" + iin).getBytes(StandardCharsets.UTF_8));
    }
}
