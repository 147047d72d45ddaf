package io.eidroutes.simulator.coid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;

/** The one invented person of whom the test adapter tells, under whatever IIN is asked for. */
final class People {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode DOCUMENTED = read();

    private People() {
    }

    static ObjectNode answer(String iin, Settings settings) {
        ObjectNode answer = DOCUMENTED.deepCopy();
        ((ObjectNode) answer.get("person")).put("iin", iin);
        if (!settings.photo()) {
            answer.remove("photo");
        } else if (settings.photoBytes() > 0) {
            byte[] photo = Base64.getDecoder().decode(answer.get("photo").asText());
            answer.put("photo", Base64.getEncoder().encodeToString(
                    Arrays.copyOf(photo, Math.max(photo.length, settings.photoBytes()))));
        }
        return answer;
    }

    static JsonNode shaped(ObjectNode answer, Shape shape) {
        ObjectNode person = (ObjectNode) answer.get("person");
        switch (shape) {
            case WRAPPED -> {
                return JSON.createObjectNode().set("data", answer);
            }
            case VERIFY_RESPONSE_WRAPPED -> {
                ObjectNode verify = answer.deepCopy();
                verify.remove("person");
                ObjectNode wrapped = JSON.createObjectNode();
                wrapped.set("person", person);
                return wrapped.set("verifyResponse", verify);
            }
            case ARRAY -> {
                ArrayNode array = JSON.createArrayNode();
                return array.add(answer);
            }
            case WITHOUT_PERSON -> answer.remove("person");
            case OTHER_IIN -> person.put("iin", "900101300007");
            case WITHOUT_IIN -> person.remove("iin");
            case MINIMAL -> {
                person.retain("iin");
                answer.retain("person", "minConfidenceLevel");
            }
            case WITHOUT_CONFIDENCE -> answer.remove("minConfidenceLevel");
            case UNKNOWN_FIELDS -> {
                answer.put("traceId", "unknown-0");
                person.put("maritalStatus", "unknown-1");
                person.withObject("/regAddress").put("flat", "unknown-2");
            }
            case WRONG_TYPES -> {
                person.put("name", 7);
                person.putObject("documents").put("number", "1");
                answer.put("minConfidenceLevel", "high");
            }
            case NULLS -> {
                person.putNull("patronymic");
                person.putNull("regAddress");
                person.putNull("documents");
                answer.putNull("photo");
            }
            default -> throw new IllegalArgumentException("no such shape: " + shape);
        }
        return answer;
    }

    private static JsonNode read() {
        try (InputStream in = People.class.getResourceAsStream("/demonstration/person.json")) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
