package io.eidroutes.simulator.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.eidroutes.simulator.web.Endpoint;
import io.eidroutes.simulator.web.Reply;
import io.eidroutes.simulator.web.Request;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A control interface: JSON over HTTP, for demonstrations and for tests in another process. */
public final class Control {

    /** One command. */
    @FunctionalInterface
    public interface Command {
        /** @return what is told, as JSON */
        Object run(JsonNode body) throws IOException;
    }

    private final ObjectMapper json;
    private final Map<String, Command> commands = new LinkedHashMap<>();

    /** @param effects the names in JSON of the effects that this stand-in plays beside those of {@link Disturbance} */
    public Control(Map<String, Class<? extends Effect>> effects) {
        json = JsonMapper.builder()
                .addModule(new Jdk8Module()).addModule(new JavaTimeModule())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
        Disturbance.NAMES.forEach((name, type) -> json.registerSubtypes(new NamedType(type, name)));
        effects.forEach((name, type) -> json.registerSubtypes(new NamedType(type, name)));
    }

    /** @param call as in {@code POST reset} */
    public Control on(String call, Command command) {
        commands.put(call, command);
        return this;
    }

    /** Answers all paths below {@code prefix}, which ends with a slash. */
    public Endpoint.Answer under(String prefix) {
        return request -> {
            String call = request.method() + " " + request.path().substring(prefix.length());
            if (!commands.containsKey(call)) {
                return Reply.json(404, Map.of("error", "not found", "commands", commands.keySet()));
            }
            try {
                return Reply.json(200, json.valueToTree(commands.get(call).run(body(request))));
            } catch (JsonProcessingException | IllegalArgumentException wrong) {
                return Reply.json(400, Map.of("error", String.valueOf(wrong.getMessage())));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private JsonNode body(Request request) throws JsonProcessingException {
        return request.body().length == 0 ? json.createObjectNode() : json.readTree(request.text());
    }

    /** What a body says. */
    public <T> T read(JsonNode body, Class<T> type) throws JsonProcessingException {
        return json.treeToValue(body, type);
    }

    /**
     * {@code settings} with the members of a JSON object in place of its own.
     *
     * @throws IllegalArgumentException where there is no such member, or no such value of it
     */
    public <T> T changed(T settings, String changes, Class<T> type) {
        try {
            ObjectNode members = json.valueToTree(settings);
            json.readTree(changes).properties().forEach(change -> members.set(change.getKey(), change.getValue()));
            return json.treeToValue(members, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no such settings", e);
        }
    }
}
