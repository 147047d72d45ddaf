package io.eidroutes.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.stereotype.Component;

/**
 * The operator's desk for dead letters, on the management port: {@code GET /actuator/deadletters} lists them by place,
 * {@code POST /actuator/deadletters/PLACE/ID} with {@code {"action": "put-back"}} puts one back, {@code DELETE
 * /actuator/deadletters/PLACE/ID} drops it.
 */
@Component
@Endpoint(id = "deadletters")
public final class DeadLettersEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLettersEndpoint.class);
    private static final int MOST = 1000;

    private final List<DeadLetters> places;

    DeadLettersEndpoint(List<DeadLetters> places) {
        this.places = List.copyOf(places);
    }

    /** The first thousand of each place. */
    @ReadOperation
    public Map<String, List<DeadLetter>> list() {
        Map<String, List<DeadLetter>> letters = new TreeMap<>();
        places.forEach(place -> letters.put(place.place(), place.list(MOST)));
        return letters;
    }

    /** {@code put-back}. */
    @WriteOperation
    public WebEndpointResponse<Object> putBack(@Selector String place, @Selector String id, String action) {
        return action.equals("put-back") ? say("put back", place, id, DeadLetters::putBack)
                : new WebEndpointResponse<>(WebEndpointResponse.STATUS_BAD_REQUEST);
    }

    @DeleteOperation
    public WebEndpointResponse<Object> drop(@Selector String place, @Selector String id) {
        return say("dropped", place, id, DeadLetters::drop);
    }

    private WebEndpointResponse<Object> say(String word, String name, String id, BiPredicate<DeadLetters, String> deed) {
        Optional<DeadLetters> place = places.stream().filter(known -> known.place().equals(name)).findFirst();
        if (place.isEmpty() || !deed.test(place.get(), id)) {
            return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
        }
        LOG.warn("By the operator's word the dead letter {} of {} was {}", id, place.get().place(), word);
        return new WebEndpointResponse<>(Map.of("done", true));
    }
}
