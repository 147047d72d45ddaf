package io.eidroutes.identification;

import io.eidroutes.failure.Failure;
import io.eidroutes.failure.FailureSummary;
import io.eidroutes.privacy.PersonalData;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** Reads rows, and encrypts what is personal in them. */
final class Rows {

    static final String IDENTIFICATION = "identification";
    static final String ATTEMPT = "authorization_attempt";

    private final PersonalData personal;

    Rows(PersonalData personal) {
        this.personal = personal;
    }

    byte[] encrypted(IdentificationRequest request, UUID id) {
        return personal.encrypt(request.toJson(), IDENTIFICATION, id, "request");
    }

    byte[] encrypted(Failure.Reported reported, UUID id) {
        byte[] text = (reported.code() + "\n" + reported.message()).getBytes(StandardCharsets.UTF_8);
        return personal.encrypt(text, IDENTIFICATION, id, "reported");
    }

    byte[] encrypted(RandomToken token, String stateDigest, String column) {
        return personal.encrypt(token.text().getBytes(StandardCharsets.US_ASCII), ATTEMPT, stateDigest, column);
    }

    StoredIdentification identification(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new StoredIdentification(id, row.getString("client"), IdentificationState.of(row.getString("state")),
                request(row, id), row.getBoolean("ticket_valid"), time(row, "created_at").orElseThrow(),
                time(row, "ticket_until").orElseThrow(), row.getBoolean("other_person"), FailureSummary.of(row),
                reported(row, id), time(row, "final_at"));
    }

    AuthorizationAttempt attempt(ResultSet row) throws SQLException {
        UUID id = row.getObject("identification_id", UUID.class);
        String stateDigest = row.getString("state_digest");
        String status = row.getString("status");
        return new AuthorizationAttempt(stateDigest, id, row.getString("browser_digest"),
                AuthorizationAttempt.Status.valueOf(status.toUpperCase(java.util.Locale.ROOT)), row.getBoolean("expired"),
                token(row, stateDigest, "nonce"), token(row, stateDigest, "code_verifier"),
                row.getString("client"),
                IdentificationState.of(row.getString("state")), request(row, id));
    }

    private Optional<IdentificationRequest> request(ResultSet row, UUID id) throws SQLException {
        return Optional.ofNullable(row.getBytes("request"))
                .map(encrypted -> IdentificationRequest.ofJson(personal.decrypt(encrypted, IDENTIFICATION, id, "request")));
    }

    private Optional<Failure.Reported> reported(ResultSet row, UUID id) throws SQLException {
        return Optional.ofNullable(row.getBytes("reported")).map(encrypted -> {
            String[] parts = new String(personal.decrypt(encrypted, IDENTIFICATION, id, "reported"), StandardCharsets.UTF_8)
                    .split("\n", 2);
            return new Failure.Reported(parts[0], parts[1]);
        });
    }

    private Optional<RandomToken> token(ResultSet row, String stateDigest, String column) throws SQLException {
        return Optional.ofNullable(row.getBytes(column)).flatMap(encrypted -> RandomToken.parse(
                new String(personal.decrypt(encrypted, ATTEMPT, stateDigest, column), StandardCharsets.US_ASCII)));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
