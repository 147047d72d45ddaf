package io.eidroutes.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.eidroutes.health.Metrics;
import io.eidroutes.health.MonitoringFiles;
import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Operation;
import io.eidroutes.simulator.smev.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The metrics of the consent job are those of {@code src/docs/metrics.md}, and health of other systems stands apart. */
class MetricsTest extends ConsentTest {

    private static final Set<String> HERE = Set.of("always", "consent", "embedded broker");

    @Test
    void whenTheApplicationHasWorkedThenItsMetricsAreThoseOfThePage() throws Exception {
        assertThat(answerTo(example())).isEqualTo(JSON.readTree(SUCCEEDED));
        assertThat(post("{").statusCode()).isEqualTo(400);
        await().untilAsserted(() -> assertThat(manage("/prometheus").body())
                .containsPattern("eid_work_due\\{work=\"claims\"} \\d").contains("eid_upstream_up{upstream=\"smev\"} 1.0"));

        String text = manage("/prometheus").body();
        Map<String, Set<String>> exposed = Metrics.exposed(text);
        Map<String, Metrics.Documented> documented = Metrics.documented();
        List<String> families = Metrics.families();

        assertThat(documented).isNotEmpty();
        assertThat(families).isNotEmpty();
        assertThat(exposed.keySet()).allSatisfy(name ->
                assertThat(documented.containsKey(name) || families.stream().anyMatch(name::startsWith)).as("%s is not on the page", name).isTrue());
        documented.forEach((name, row) -> {
            if (HERE.contains(row.where())) {
                assertThat(exposed).as("%s is on the page only", name).containsKey(name);
            }
            if (exposed.containsKey(name)) {
                assertThat(exposed.get(name)).as("labels of %s", name).isEqualTo(row.labels());
            }
        });
        assertThat(MonitoringFiles.queried()).filteredOn(name -> families.stream().anyMatch(name::startsWith))
                .isNotEmpty().isSubsetOf(exposed.keySet());
        assertThat(text).contains("camel_route_policy_seconds_bucket{", "resilience4j_circuitbreaker_calls_seconds_bucket{",
                "http_server_requests_seconds_bucket{", "eid_certificate_left_days{use=\"signing\"}",
                "eid_smev_polls_total{outcome=\"answer\"}", "eid_smev_polls_total{outcome=\"empty\"}", "eid_queue_messages{queue=\"DLQ\"}");
    }

    @Test
    void whenSomethingGoesWrongAgainThenItCountsAsARetry() throws Exception {
        double before = metric("eid_retries_total{work=\"claims\"}");
        smev().next(Scenario.of(new Effect.Http(503, "", "", false))
                .on(Operation.SEND_REQUEST));

        assertThat(answerTo(example())).isEqualTo(JSON.readTree(SUCCEEDED));

        assertThat(metric("eid_retries_total{work=\"claims\"}")).isGreaterThan(before);
    }

    @Test
    void whenAskedForTheHealthOfOtherSystemsThenReadinessIsAnotherMatter() throws Exception {
        await().untilAsserted(() -> {
            JsonNode health = JSON.readTree(manage("/health/dependencies").body());
            assertThat(health.at("/components/upstreams/components/smev/status").asText()).isEqualTo("UP");
            assertThat(health.at("/components/certificates/components/signing/status").asText()).isIn("UP", "WARNING");
        });
        JsonNode readiness = JSON.readTree(manage("/health/readiness").body());
        assertThat(readiness.path("components").has("upstreams")).isFalse();
        assertThat(readiness.path("components").has("certificates")).isFalse();
    }

    private double metric(String sample) throws Exception {
        return manage("/prometheus").body().lines().filter(line -> line.startsWith(sample))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).sum();
    }
}
