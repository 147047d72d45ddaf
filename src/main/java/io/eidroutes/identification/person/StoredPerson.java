package io.eidroutes.identification.person;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.identification.provider.Identified;
import io.eidroutes.identification.provider.Tokens;
import java.io.IOException;
import java.util.Optional;

/** An identified person as JSON: what is stored until the adapter answered, and what a result begins with. */
final class StoredPerson {

    private final ObjectMapper json;

    StoredPerson(ObjectMapper json) {
        this.json = json;
    }

    /** {@code {iin, requestId, sub, phone?, other_person?, access_token?, id_token?}}. */
    ObjectNode document(Identified person) {
        ObjectNode document = json.createObjectNode()
                .put("iin", person.iin()).put("requestId", person.requestId()).put("sub", person.subject());
        person.phone().ifPresent(phone -> document.put("phone", phone));
        if (person.otherPerson()) {
            document.put("other_person", true);
        }
        person.tokens().ifPresent(tokens ->
                document.put("access_token", tokens.accessToken()).put("id_token", tokens.idToken()));
        return document;
    }

    byte[] write(Identified person) {
        try {
            return json.writeValueAsBytes(document(person));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree of texts could not be written as JSON.");
        }
    }

    Identified read(byte[] stored) {
        try {
            JsonNode document = json.readTree(stored);
            Optional<Tokens> tokens = document.has("id_token")
                    ? Optional.of(new Tokens(document.path("access_token").textValue(), document.path("id_token").textValue()))
                    : Optional.empty();
            return new Identified(document.path("iin").textValue(), document.path("requestId").textValue(),
                    document.path("sub").textValue(), Optional.ofNullable(document.path("phone").textValue()), tokens,
                    document.path("other_person").asBoolean());
        } catch (IOException impossible) {
            throw new IllegalStateException("A stored person is no JSON.");
        }
    }
}
