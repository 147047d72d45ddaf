package io.eidroutes.consent;

import io.eidroutes.store.GivenId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/**
 * What waits, and the operator's desk for claims, on the management port: {@code GET /actuator/claims} for figures,
 * {@code GET /actuator/claims/uncertain}, {@code held} or {@code quarantined} for lists, {@code POST /actuator/claims/ID}
 * with {@code {"action": "reissue"}} or {@code "try-now"}, {@code POST /actuator/claims} with {@code "try-now"} for all.
 * Nothing of a claim's content is shown.
 */
@Endpoint(id = "claims")
public final class ClaimsEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(ClaimsEndpoint.class);
    private static final int MOST = 1000;
    private static final int CONFLICT = 409;
    private static final String TRY_NOW = "try-now";

    private final Backlog backlog;
    private final ClaimDesk desk;
    private final ClaimDispatcher dispatcher;
    private final ConsentSettings.Backlog marks;

    ClaimsEndpoint(Backlog backlog, ClaimDesk desk, ClaimDispatcher dispatcher, ConsentSettings.Backlog marks) {
        this.backlog = backlog;
        this.desk = desk;
        this.dispatcher = dispatcher;
        this.marks = marks;
    }

    /** How many claims wait, and whether more are accepted. */
    @ReadOperation
    public Map<String, Object> figures() {
        ClaimFigures now = desk.figures();
        Map<String, Long> open = new LinkedHashMap<>();
        now.open().forEach((state, claims) -> open.put(state.label(), claims));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("open", open);
        figures.put("held", now.held());
        figures.put("oldestDueSeconds", now.oldestDue().toSeconds());
        figures.put("quarantinedAnswers", now.quarantinedAnswers());
        figures.put("full", backlog.full());
        figures.put("highMark", marks.high());
        figures.put("lowMark", marks.low());
        return figures;
    }

    /** The first thousand of them. */
    @ReadOperation
    public WebEndpointResponse<Object> list(@Selector String which) {
        return switch (which) {
            case "uncertain" -> new WebEndpointResponse<>(desk.uncertain(MOST));
            case "held" -> new WebEndpointResponse<>(desk.held(MOST));
            case "quarantined" -> new WebEndpointResponse<>(desk.quarantined(MOST));
            default -> new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
        };
    }

    /** {@code try-now}: all claims that wait for the operator. */
    @WriteOperation
    public WebEndpointResponse<Object> all(String action) {
        if (!action.equals(TRY_NOW)) {
            return new WebEndpointResponse<>(WebEndpointResponse.STATUS_BAD_REQUEST);
        }
        int tried = desk.tryAllNow();
        LOG.warn("By the operator's word {} claims are tried now", tried);
        dispatcher.wake();
        return new WebEndpointResponse<>(Map.of("claims", tried));
    }

    /** {@code reissue} an uncertain claim under a new MessageID, or {@code try-now} one that waits for the operator. */
    @WriteOperation
    public WebEndpointResponse<Object> one(@Selector String id, String action) {
        Optional<UUID> claim = GivenId.of(id);
        if (claim.isEmpty()) {
            return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
        }
        ClaimDesk.Done done;
        switch (action) {
            case "reissue" -> done = desk.reissue(claim.get());
            case TRY_NOW -> done = desk.tryNow(claim.get());
            default -> {
                return new WebEndpointResponse<>(WebEndpointResponse.STATUS_BAD_REQUEST);
            }
        }
        LOG.warn("The operator's word for claim {} is {}: {}", claim.get(), action.equals(TRY_NOW) ? TRY_NOW : "reissue", done);
        if (done == ClaimDesk.Done.YES) {
            dispatcher.wake();
        }
        return answer(done);
    }

    private static WebEndpointResponse<Object> answer(ClaimDesk.Done done) {
        return switch (done) {
            case YES -> new WebEndpointResponse<>(Map.of("done", true), WebEndpointResponse.STATUS_OK);
            case UNKNOWN -> new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
            case NOT_NOW -> new WebEndpointResponse<>(Map.of("done", false, "why", "it is in another state, or being worked on"), CONFLICT);
            case TOO_LATE -> new WebEndpointResponse<>(Map.of("done", false, "why", "it is past its deadline"), CONFLICT);
        };
    }
}
