package io.eidroutes.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A store that cannot be reached is told from a statement that is wrong. */
class StoreAwayTest {

    @Test
    void whenNoConnectionCanBeHadThenTheStoreIsAway(@TempDir Path folder) {
        try (HikariDataSource store = new HikariDataSource()) {
            store.setJdbcUrl("jdbc:h2:file:" + folder.resolve("store"));
            DurableTransactions transactions = new DurableTransactions(store);
            JdbcClient jdbc = JdbcClient.create(store);
            Throwable wrong = catchThrowable(() -> jdbc.sql("select nothing").query(Integer.class).single());
            store.close();

            Throwable asked = catchThrowable(() -> jdbc.sql("select 1").query(Integer.class).single());
            Throwable begun = catchThrowable(() -> new TransactionTemplate(transactions).execute(status -> 1));

            assertThat(StoreAway.is(asked)).isTrue();
            assertThat(StoreAway.is(begun)).isTrue();
            assertThat(StoreAway.is(new IllegalStateException(begun))).isTrue();
            assertThat(StoreAway.is(wrong)).isFalse();
        }
    }
}
