package io.eidroutes.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** No connection to the store is to be had: nothing is accepted, and whoever asked may ask again. */
class StoreUnreachableTest extends ConsentTest {

    @Autowired
    private HikariDataSource store;

    private final List<Connection> taken = new ArrayList<>();
    private long patience;

    @AfterEach
    void giveBack() throws SQLException {
        for (Connection one : taken) {
            one.close();
        }
        store.getHikariConfigMXBean().setConnectionTimeout(patience);
    }

    @Test
    void whenTheStoreIsAwayThenTheClaimIsRefusedUntilItIsBack() throws Exception {
        patience = store.getHikariConfigMXBean().getConnectionTimeout();
        store.getHikariConfigMXBean().setConnectionTimeout(1000);
        while (taken.size() < store.getMaximumPoolSize()) {
            taken.add(store.getConnection());
        }
        store.getHikariConfigMXBean().setConnectionTimeout(250);

        HttpResponse<String> answer = post(example().toString());

        JsonNode problem = problem(answer, 503);
        assertThat(problem.path("code").asText()).isEqualTo("EID-STORE-UNREACHABLE");
        assertThat(problem.path("retryable").asBoolean()).isTrue();
        assertThat(smev().received().totals().sendRequests()).isZero();
        giveBack();
        await().untilAsserted(() -> assertThat(post(example().toString(), "Prefer", "wait=20").statusCode()).isEqualTo(200));
    }
}
