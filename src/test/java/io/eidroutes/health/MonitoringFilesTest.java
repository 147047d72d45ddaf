package io.eidroutes.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The dashboard and the alert rules ask for metrics, and for labels, that {@code src/docs/metrics.md} knows. */
class MonitoringFilesTest {

    private static final Set<String> OF_PROMETHEUS = Set.of("job", "instance", "le");
    private static final Pattern GROUPING = Pattern.compile("\\bby \\(([^)]*)\\)");
    private static final Pattern MATCHER = Pattern.compile("([A-Za-z_]+)\\s*(?:=~|!~|!=|=)\\s*\"");

    @Test
    void whenAQueryNamesAMetricThenThePageHasIt() throws IOException {
        Set<String> documented = Metrics.documented().keySet();
        List<String> families = Metrics.families();

        assertThat(MonitoringFiles.queried()).hasSizeGreaterThan(20).allSatisfy(name ->
                assertThat(documented.contains(name) || families.stream().anyMatch(name::startsWith)).as(name).isTrue());
    }

    @Test
    void whenOneOfOurMetricsIsOnThePageThenSomebodyLooksAtIt() throws IOException {
        assertThat(MonitoringFiles.queried()).containsAll(Metrics.documented().keySet().stream()
                .filter(name -> name.startsWith("eid_") && !name.equals("eid_iin_wrong_check_digit_total")).toList());
    }

    @Test
    void whenAQueryNamesALabelThenAMetricOfItHasIt() throws IOException {
        Map<String, Metrics.Documented> documented = Metrics.documented();
        for (String expression : MonitoringFiles.expressions()) {
            Set<String> known = new HashSet<>(OF_PROMETHEUS);
            documented.forEach((name, row) -> {
                if (expression.contains(name)) {
                    known.addAll(row.labels());
                }
            });
            if (expression.contains("jvm_memory_used_bytes")) {
                known.add("area");
            }
            assertThat(labels(expression)).as(expression).isSubsetOf(known);
        }
    }

    @Test
    void whenARuleFiresThenItSaysWhatToDo() throws IOException {
        List<JsonNode> rules = new ArrayList<>();
        MonitoringFiles.rules().at("/groups").forEach(group -> group.path("rules").forEach(rules::add));

        assertThat(rules).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.path("alert").asText()).matches("Eid[A-Za-z]+");
            assertThat(rule.at("/labels/severity").asText()).isIn("page", "ticket");
            assertThat(rule.at("/annotations/summary").asText()).isNotEmpty();
            assertThat(rule.at("/annotations/action").asText()).isNotEmpty();
        });
        assertThat(rules).extracting(rule -> rule.path("alert").asText()).doesNotHaveDuplicates();
    }

    @Test
    void whenTheDashboardIsReadThenEachPanelHasAPlaceAndAQuery() throws IOException {
        Set<Integer> ids = new HashSet<>();
        for (JsonNode panel : MonitoringFiles.dashboard().path("panels")) {
            assertThat(ids.add(panel.path("id").asInt())).as(panel.path("title").asText()).isTrue();
            assertThat(panel.at("/gridPos/x").asInt() + panel.at("/gridPos/w").asInt()).isBetween(1, 24);
            if (!panel.path("type").asText().equals("row")) {
                assertThat(panel.path("targets")).isNotEmpty();
            }
        }
        assertThat(ids).hasSizeGreaterThan(20);
    }

    @Test
    void whenPromtoolIsThereThenItTakesTheRules() throws Exception {
        Process promtool;
        try {
            promtool = new ProcessBuilder("promtool", "check", "rules", MonitoringFiles.RULES.toString())
                    .redirectErrorStream(true).start();
        } catch (IOException notInstalled) {
            assumeTrue(false, "promtool is not installed");
            return;
        }
        String said = new String(promtool.getInputStream().readAllBytes());
        assertThat(promtool.waitFor()).as(said).isZero();
    }

    private static Set<String> labels(String expression) {
        Set<String> labels = new TreeSet<>();
        for (Matcher by = GROUPING.matcher(expression); by.find();) {
            labels.addAll(List.of(by.group(1).split(" *, *")));
        }
        for (Matcher matcher = MATCHER.matcher(expression); matcher.find();) {
            labels.add(matcher.group(1));
        }
        return labels;
    }
}
