package io.eidroutes.identification.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import io.eidroutes.http.StrictJson;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Verifies an id_token and reads the person from it (OpenID Connect Core §3.1.3.7, RFC 8725; Aitu's
 * {@code idpc_verification}). Each refusal is a {@link Failure} of the family id-token with a code of its own.
 */
final class IdTokenVerifier {

    private static final Pattern REQUEST_ID = Pattern.compile("[\\x21-\\x7E]{1,255}");
    private static final Pattern PHONE = Pattern.compile("[0-9]{5,15}");

    private final AituSettings.IdToken settings;
    private final ProviderKeys keys;
    private final StrictJson json;
    private final ClaimChecks checks;
    private final Counter wrongCheckDigits;

    IdTokenVerifier(AituSettings settings, ProviderKeys keys, StrictJson json, Clock clock, MeterRegistry meters) {
        this.settings = settings.idToken();
        this.keys = keys;
        this.json = json;
        this.checks = new ClaimChecks(settings, clock);
        this.wrongCheckDigits = meters.counter("eid.iin.wrong.check.digit");
    }

    /** @param nonce the one that was sent in the link */
    VerifiedPerson verify(Tokens tokens, Optional<String> nonce) {
        CompactToken token = CompactToken.read(tokens.idToken(), settings.algorithms(), json);
        checkSignature(token);
        ObjectNode claims = token.claims();
        checks.checkParties(claims);
        checks.checkTimes(claims);
        checks.checkNonce(claims, nonce);
        checks.checkAccessToken(claims, token.algorithm(), tokens.accessToken());
        return person(checks.subject(claims), claims);
    }

    private void checkSignature(CompactToken token) {
        KeySet atHand = keys.atHand();
        KeySet.Verdict verdict = verdict(atHand, token);
        if (verdict == KeySet.Verdict.GOOD) {
            return;
        }
        Optional<KeySet> newer = keys.newerThan(atHand);
        if (newer.isPresent()) {
            verdict = verdict(newer.get(), token);
        }
        switch (verdict) {
            case GOOD -> { }
            case BAD -> throw failure("signature-invalid");
            case NO_SUCH_KEY -> throw failure(newer.isPresent() ? "unknown-key" : "keys-unavailable");
        }
    }

    private static KeySet.Verdict verdict(KeySet keys, CompactToken token) {
        return keys.verify(token.algorithm(), token.keyId(), token.signed(), token.signature());
    }

    private VerifiedPerson person(String subject, ObjectNode claims) {
        ObjectNode verification = verification(claims.path(AituSettings.IDPC_VERIFICATION));
        JsonNode iin = verification.path("iin");
        if (!iin.isTextual() || !Iin.isWellFormed(iin.textValue())) {
            throw failure("wrong-iin");
        }
        if (!Iin.hasCheckDigit(iin.textValue())) {
            wrongCheckDigits.increment();
        }
        String requestId = Optional.ofNullable(verification.path("requestId").textValue())
                .filter(id -> REQUEST_ID.matcher(id).matches())
                .orElseThrow(() -> failure("no-person"));
        Optional<String> phone = Optional.ofNullable(claims.path("phone").textValue()).map(Phones::digits)
                .filter(digits -> PHONE.matcher(digits).matches());
        return new VerifiedPerson(subject, iin.textValue(), requestId, phone);
    }

    /** It comes as an object or as a text that holds one. */
    private ObjectNode verification(JsonNode claim) {
        Optional<ObjectNode> object = claim instanceof ObjectNode it ? Optional.of(it)
                : Optional.ofNullable(claim.textValue()).flatMap(json::object);
        return object.orElseThrow(() -> failure("no-person"));
    }

    private static Failure failure(String code) {
        return Failure.of(Family.ID_TOKEN, code);
    }
}
