package io.eidroutes.consent.validation;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.eidroutes.failure.Failure;
import io.eidroutes.json.JsonReading;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks a request for claim permissions before anything is stored: JSON (RFC 8259), the schema under
 * {@code schemas/}, and the rules a schema cannot say. Names, types and required members are those of the
 * documentation of ESIA's claim-permissions service; formats of СНИЛС, ОГРН and documents are those of its siblings
 * and can be switched off.
 *
 * <p>Raises a {@link Failure} of the family {@code validation} with everything that is wrong at once:
 * {@code malformed-json} (no JSON, a member twice, not UTF-8, too deep, something after the document),
 * {@code too-large}, {@code invalid-claim} (everything else). Safe for use by many threads.
 *
 * <p>{@code null} is a wrong type, also where a member is optional. {@code required} written for {@code require} or the
 * other way round is refused even where unknown members are ignored: ignoring it would change what the person is asked.
 */
public final class ClaimValidator {

    private final JsonReading reading;
    private final ClaimSchema schema;
    private final ClaimRules rules;

    public ClaimValidator(ValidationSettings settings) {
        this.reading = new JsonReading(settings.maxBytes(), settings.maxDepth(), settings.maxTokens());
        this.schema = new ClaimSchema(settings);
        this.rules = new ClaimRules(settings);
    }

    /** The request, if nothing is wrong with it. */
    public ClaimRequest validate(byte[] body) {
        byte[] json = reading.withoutByteOrderMark(body);
        JsonNode request = reading.read(json);
        Violations violations = new Violations();
        List<String> ignored = new ArrayList<>();
        TextsForXml.check(request, JsonPointer.empty(), violations);
        schema.check(request, violations, ignored);
        rules.check(request, violations);
        if (!violations.areNone()) {
            throw Failure.refused("invalid-claim", violations.all());
        }
        return new ClaimRequest(
                request.get("routing_code").textValue(), request.get("org_ogrn").textValue(), json, ignored);
    }
}
