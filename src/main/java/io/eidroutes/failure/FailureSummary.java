package io.eidroutes.failure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;

/**
 * How a claim or an identification failed, in words that hold nothing personal; {@code code} is at most 200 characters.
 */
public record FailureSummary(Family family, String code, Kind kind, boolean retryable) {

    /** From the variables {@code failure}, {@code kind} and {@code retryable} of a failure that was treated. */
    public static FailureSummary of(Exchange exchange, Catalogue catalogue) {
        Failure failure = exchange.getVariable("failure", Failure.class);
        return new FailureSummary(failure.family(), catalogue.codeInTheClear(failure),
                Kind.of(exchange.getVariable("kind", String.class)), exchange.getVariable("retryable", Boolean.class));
    }

    /**
     * {@code EID-Failure-Family}, {@code -Code}, {@code -Kind} and {@code EID-Retryable}: how headers and meta files name it.
     */
    public Map<String, String> byName() {
        Map<String, String> named = new LinkedHashMap<>();
        named.put("EID-Failure-Family", family.label());
        named.put("EID-Failure-Code", code);
        named.put("EID-Failure-Kind", kind.label());
        named.put("EID-Retryable", String.valueOf(retryable));
        return named;
    }

    /** From the columns {@code failure_family}, {@code failure_code}, {@code failure_kind} and {@code retryable}. */
    public static Optional<FailureSummary> of(ResultSet row) throws SQLException {
        String label = row.getString("failure_family");
        if (label == null) {
            return Optional.empty();
        }
        Family family = Arrays.stream(Family.values()).filter(f -> f.label().equals(label)).findFirst().orElseThrow();
        return Optional.of(new FailureSummary(family, row.getString("failure_code"),
                Kind.of(row.getString("failure_kind")), row.getBoolean("retryable")));
    }
}
