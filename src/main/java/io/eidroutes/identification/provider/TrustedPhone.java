package io.eidroutes.identification.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import io.eidroutes.http.StrictJson;
import io.eidroutes.http.TransportFailures;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The method trusted-phone: where the contract says that the partner verifies the phone, it yields the secret that a link
 * carries as {@code otp_confirmation}. It works once, so each attempt needs a new one.
 */
final class TrustedPhone {

    private final StrictJson json;

    TrustedPhone(StrictJson json) {
        this.json = json;
    }

    /** The JSON of the call. */
    byte[] request(String phone) {
        return JsonNodeFactory.instance.objectNode().put("phone", Phones.digits(phone)).toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The secret of an answer.
     *
     * @throws Failure aitu-token {@code EID-TRUSTED-PHONE-REFUSED} or transport
     */
    String read(ProviderAnswer answer) {
        if (answer.status() >= 400 && answer.status() < 500 && answer.status() != 408 && answer.status() != 429) {
            throw Failure.of(Family.AITU_TOKEN, "EID-TRUSTED-PHONE-REFUSED");
        }
        return Optional.of(answer).filter(it -> it.status() == 200)
                .flatMap(it -> json.object(it.body()))
                .map(object -> object.path("secret"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(secret -> !secret.isBlank())
                .orElseThrow(() -> TransportFailures.of(answer.status()));
    }
}
