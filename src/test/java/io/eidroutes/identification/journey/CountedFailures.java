package io.eidroutes.identification.journey;

import io.eidroutes.simulator.web.Caller;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code eid_failures_total} counts, by family, code and kind, as in {@code id-token wrong-nonce security}. */
final class CountedFailures {

    private static final Pattern LINE = Pattern.compile("eid_failures_total\\{(.*)} ([0-9.E]+)");

    private CountedFailures() {
    }

    static Map<String, Long> read(int managementPort) throws Exception {
        Map<String, Long> counts = new TreeMap<>();
        Matcher line = LINE.matcher(Caller.get("http://127.0.0.1:" + managementPort + "/actuator/prometheus"
                + "?includedNames=eid_failures,eid_failures_total").body());
        while (line.find()) {
            String labels = line.group(1);
            counts.put(label(labels, "family") + " " + label(labels, "code") + " " + label(labels, "kind"),
                    (long) Double.parseDouble(line.group(2)));
        }
        return counts;
    }

    /** What has been counted since. */
    static Map<String, Long> since(Map<String, Long> before, int managementPort) throws Exception {
        Map<String, Long> counts = read(managementPort);
        before.forEach((failure, count) -> counts.merge(failure, -count, Long::sum));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private static String label(String labels, String name) {
        Matcher label = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(labels);
        return label.find() ? label.group(1) : "";
    }
}
