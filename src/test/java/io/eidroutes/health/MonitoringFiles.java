package io.eidroutes.health;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the dashboard and the alert rules of {@code src/deploy} ask Prometheus for. */
public final class MonitoringFiles {

    static final Path DASHBOARD = Path.of("src", "deploy", "grafana", "eid-routes.json");
    static final Path RULES = Path.of("src", "deploy", "prometheus", "alerts.yaml");

    /** A name with an underscore that is no function, no label in a list and no text: what stands there is cut out before. */
    private static final Pattern METRIC = Pattern.compile("(?<![\\w$\"])([a-z][a-z0-9]*(?:_[a-z0-9]+)+)(?!\\w|\\()");
    private static final Pattern NOT_A_METRIC = Pattern.compile("\\{[^}]*}|\"[^\"]*\"|(?:by|without|on|ignoring) *\\([^)]*\\)");

    private MonitoringFiles() {
    }

    static JsonNode dashboard() throws IOException {
        return new ObjectMapper().readTree(DASHBOARD.toFile());
    }

    static JsonNode rules() throws IOException {
        return new ObjectMapper(new YAMLFactory()).readTree(RULES.toFile());
    }

    /** The expressions of both. */
    static List<String> expressions() throws IOException {
        List<String> expressions = new ArrayList<>();
        for (JsonNode file : List.of(dashboard(), rules())) {
            file.findValuesAsText("expr").forEach(expressions::add);
        }
        for (JsonNode variable : dashboard().at("/templating/list")) {
            Matcher values = Pattern.compile("label_values\\((\\w+),.*").matcher(variable.path("query").asText());
            if (values.matches()) {
                expressions.add(values.group(1));
            }
        }
        return expressions;
    }

    /** The names of metrics in them, without the endings of a histogram's parts. */
    public static Set<String> queried() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String expression : expressions()) {
            Matcher metric = METRIC.matcher(NOT_A_METRIC.matcher(expression).replaceAll(" "));
            while (metric.find()) {
                names.add(metric.group(1).replaceAll("_seconds_(bucket|count|sum|max)$", "_seconds"));
            }
        }
        return names;
    }
}
