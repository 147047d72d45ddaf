package io.eidroutes.failure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;

/**
 * How a claim or an identification failed, in words that hold nothing personal; {@code code} is at most 200 characters.
 */
public record FailureSummary(Family family, String code, Kind kind, boolean retryable) {

    /** From the columns {@code failure_family}, {@code failure_code}, {@code failure_kind} and {@code retryable}. */
    public static Optional<FailureSummary> of(ResultSet row) throws SQLException {
        String label = row.getString("failure_family");
        if (label == null) {
            return Optional.empty();
        }
        Family family = Arrays.stream(Family.values()).filter(f -> f.label().equals(label)).findFirst().orElseThrow();
        String kindLabel = row.getString("failure_kind");
        Kind kind = Arrays.stream(Kind.values()).filter(k -> k.label().equals(kindLabel)).findFirst().orElseThrow();
        return Optional.of(new FailureSummary(family, row.getString("failure_code"), kind,
                row.getBoolean("retryable")));
    }
}
