package io.eidroutes.simulator.coid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.eidroutes.simulator.aitu.CoidFailure;
import io.eidroutes.simulator.scenario.Bounded;
import io.eidroutes.simulator.scenario.Effect;
import io.eidroutes.simulator.web.Reply;
import io.eidroutes.simulator.web.Request;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** {@code /v1/personal-data}. */
final class PersonalDataDesk {

    private final Supplier<Settings> settings;
    private final Function<String, Optional<String>> ownerOf;
    private final Set<String> expired = ConcurrentHashMap.newKeySet();
    private final Bounded<Received.PersonalDataRequest> newest = new Bounded<>();
    private final Map<String, Long> refusals = new TreeMap<>();
    private final ObjectMapper json = new ObjectMapper();
    private long requests;
    private long delivered;

    /** @param ownerOf the IIN of a requestId that Aitu Passport issued */
    PersonalDataDesk(Supplier<Settings> settings, Function<String, Optional<String>> ownerOf) {
        this.settings = settings;
        this.ownerOf = ownerOf;
    }

    /** The two values of a request; empty texts where they are not there. */
    private record Asked(String iin, String requestId) {
    }

    /** A refusal: its reason for the records, and how it is told. */
    private record Refused(String reason, int status, String message) {
    }

    void arrived(Request request) {
        synchronized (this) {
            requests++;
        }
    }

    Reply answer(Request request, List<Effect> effects) {
        Settings now = settings.get();
        Asked asked = asked(request);
        Optional<Refused> refused = refused(request, asked, now).or(() -> effects.stream()
                .filter(Effects.CoidError.class::isInstance).map(Effects.CoidError.class::cast).findFirst()
                .map(error -> new Refused("scenario", error.status() == 0 ? now.errorStatus() : error.status(), error.message())));
        note(request, asked, refused.map(Refused::reason).orElse("delivered"));
        if (refused.isPresent()) {
            return told(refused.get(), now);
        }
        JsonNode answer = People.answer(asked.iin(), now);
        for (Effect effect : effects) {
            if (effect instanceof Effects.Answer shape) {
                answer = People.shaped(People.answer(asked.iin(), now), shape.shape());
            }
        }
        return Reply.json(200, answer);
    }

    private Optional<Refused> refused(Request request, Asked asked, Settings now) {
        if (!now.methods().contains(request.method())) {
            return Optional.of(new Refused("method", 405, "Method Not Allowed"));
        }
        if (!request.basic().equals(Optional.of(new Request.Credentials(now.login(), now.password())))) {
            return Optional.of(new Refused("unauthorized", 401, "Unauthorized"));
        }
        if (request.method().equals("POST") && !request.hasType("application/json")) {
            return Optional.of(new Refused("media-type", 415, "Unsupported Media Type"));
        }
        if (!asked.iin().matches("\\d{12}") || asked.requestId().isEmpty()) {
            return Optional.of(new Refused("malformed", 400, "iin and requestId are required"));
        }
        return CoidFailure.of(asked.iin())
                .map(documented -> new Refused(documented.iin(), now.errorStatus(), documented.message()))
                .or(() -> refusedRequestId(asked, now));
    }

    private Optional<Refused> refusedRequestId(Asked asked, Settings now) {
        Optional<String> owner = ownerOf.apply(asked.requestId());
        if (expired.contains(asked.requestId())) {
            return Optional.of(new Refused("expired", now.errorStatus(), "requestId is expired"));
        }
        if (owner.isPresent() ? !owner.get().equals(asked.iin()) : now.knownRequestsOnly()) {
            return Optional.of(new Refused("unknown", now.errorStatus(), "requestId is not found"));
        }
        return Optional.empty();
    }

    private Asked asked(Request request) {
        if (request.method().equals("GET")) {
            return new Asked(request.parameters().one("iin").orElse(""), request.parameters().one("requestId").orElse(""));
        }
        try {
            JsonNode body = json.readTree(request.text());
            return new Asked(text(body.path("iin")), text(body.path("requestId")));
        } catch (JsonProcessingException notJson) {
            return new Asked("", "");
        }
    }

    /** Both are documented as String: a number is refused. */
    private static String text(JsonNode value) {
        return value.isTextual() ? value.asText() : "";
    }

    private static Reply told(Refused refused, Settings now) {
        Reply reply = now.errorMember().isEmpty()
                ? Reply.text(refused.status(), "text/plain; charset=utf-8", refused.message())
                : Reply.json(refused.status(), Map.of(now.errorMember(), refused.message()));
        return refused.status() == 401 ? reply.with("WWW-Authenticate", "Basic realm=\"coid\"") : reply;
    }

    private synchronized void note(Request request, Asked asked, String outcome) {
        newest.add(new Received.PersonalDataRequest(Instant.now(), request.method(), asked.iin(), asked.requestId(), outcome));
        if (outcome.equals("delivered")) {
            delivered++;
        } else {
            refusals.merge(outcome, 1L, Long::sum);
        }
    }

    void expire(String requestId) {
        expired.add(requestId);
    }

    synchronized Received received(long followedRedirects) {
        return new Received(requests, delivered, new TreeMap<>(refusals), followedRedirects, newest.all());
    }

    synchronized void clear() {
        requests = 0;
        delivered = 0;
        refusals.clear();
        newest.clear();
        expired.clear();
    }
}
