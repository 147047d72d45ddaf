package io.eidroutes.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An edited mapping writes what the schema forbids: nothing is sent, and claims wait until it is mended. */
class WrongMappingTest extends EditedRoutesTest {

    private static final String FIELD = "claim:field('orgOgrn'";

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whenTheMappingWritesWhatTheSchemaForbidsThenTheClaimWaitsUntilItIsMended() throws Exception {
        Path mapping = ROUTES.resolve("consent/mapping/request.xsl");
        List<String> shipped = Files.readAllLines(mapping);
        assertThat(String.join("", shipped)).containsOnlyOnce(FIELD);
        double before = failures("validation", "EID-MAPPING", "retry");
        save(mapping, shipped.stream().map(line -> line.replace(FIELD, "claim:field('orgNumber'")).toList());
        try {
            await().until(() -> {
                post(example().toString(), "Prefer", "respond-async");
                return failures("validation", "EID-MAPPING", "retry") > before;
            });
            String id = claimId(post(example().toString(), "Prefer", "respond-async"));
            double known = failures("validation", "EID-MAPPING", "retry");
            await().until(() -> failures("validation", "EID-MAPPING", "retry") > known);
            assertThat(jdbc.sql("select count(*) from attempt where claim_id = :id").param("id", UUID.fromString(id))
                    .query(Integer.class).single()).isZero();
            assertThat(JSON.readTree(get(id).body()).path("state").asText()).isEqualTo("accepted");

            save(mapping, shipped);

            await().untilAsserted(() -> assertThat(JSON.readTree(get(id).body()).path("response").toString()).isEqualTo(SUCCEEDED));
        } finally {
            save(mapping, shipped);
        }
    }
}
