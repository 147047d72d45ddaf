package io.eidroutes.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What {@code src/docs/metrics.md} says, and what a running application says in Prometheus' text format. */
public final class Metrics {

    private static final Path PAGE = Path.of("src", "docs", "metrics.md");
    private static final Pattern ROW = Pattern.compile("\\| `([a-z0-9_]+)` \\| (.*?) \\| (.*?) \\| (.*?) \\| (.*?) \\|");
    private static final Pattern FAMILY_ROW = Pattern.compile("\\| `([a-z0-9_]+)…` \\|.*");
    private static final Pattern SAMPLE = Pattern.compile("([a-z0-9_]+?)(?:_bucket|_count|_sum)?(?:\\{(.*)})? \\S+");
    private static final Pattern LABEL = Pattern.compile("([A-Za-z_]+)=\"");

    /** A row of the page: the labels, and where the metric is to be had ({@code always}, or a job). */
    public record Documented(Set<String> labels, String where) {
    }

    private Metrics() {
    }

    /** By the name in Prometheus, without the endings of its parts. */
    public static Map<String, Documented> documented() throws IOException {
        Map<String, Documented> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(PAGE)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                Set<String> labels = Arrays.stream(row.group(2).split(",")).map(label -> label.replace("`", "").strip())
                        .filter(label -> !label.isEmpty() && !label.equals("–")).collect(Collectors.toCollection(TreeSet::new));
                rows.put(row.group(1), new Documented(labels, row.group(5)));
            }
        }
        return rows;
    }

    /** Beginnings of the names of what the platform and libraries measure, which the page does not list one by one. */
    public static List<String> families() throws IOException {
        List<String> families = new ArrayList<>();
        for (String line : Files.readAllLines(PAGE)) {
            Matcher row = FAMILY_ROW.matcher(line);
            if (row.matches()) {
                families.add(row.group(1));
            }
        }
        return families;
    }

    /** The labels of each metric that is there, by its name; a histogram's own ones are left out. */
    public static Map<String, Set<String>> exposed(String prometheus) {
        Map<String, Set<String>> exposed = new TreeMap<>();
        Set<String> types = prometheus.lines().filter(line -> line.startsWith("# TYPE ")).map(line -> line.split(" ")[2])
                .collect(Collectors.toSet());
        prometheus.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            Matcher sample = SAMPLE.matcher(line);
            if (sample.matches()) {
                String whole = line.split("[{ ]", 2)[0];
                String name = types.contains(whole) ? whole : sample.group(1);
                if (name.endsWith("_max") && types.contains(name.substring(0, name.length() - "_max".length()))) {
                    return;
                }
                Set<String> labels = exposed.computeIfAbsent(name, any -> new TreeSet<>());
                Matcher label = LABEL.matcher(sample.group(2) == null ? "" : sample.group(2));
                while (label.find()) {
                    if (!label.group(1).equals("le") && !label.group(1).equals("quantile")) {
                        labels.add(label.group(1));
                    }
                }
            }
        });
        return exposed;
    }
}
