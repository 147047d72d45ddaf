package io.eidroutes.consent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.delivery.ReturnAddress;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import io.eidroutes.failure.Kind;
import io.eidroutes.http.Preferences;
import io.eidroutes.store.GivenId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Variable;

/** The HTTP side of a claim: waiting for its answer and writing it. */
public final class ClaimCalls {

    /** Where a claim can be asked for. */
    static final String PATH = "/api/v1/claim-permissions/";

    private final WaitingCallers callers;
    private final ClaimStore claims;
    private final Deliveries deliveries;
    private final ConsentSettings settings;
    private final ObjectMapper json;

    ClaimCalls(WaitingCallers callers, ClaimStore claims, Deliveries deliveries, ConsentSettings settings, ObjectMapper json) {
        this.callers = callers;
        this.claims = claims;
        this.deliveries = deliveries;
        this.settings = settings;
        this.json = json;
    }

    /** Body out: {@code Optional<ClaimResult>}, when the answer is there or the caller's time is over; at once where it is brought elsewhere. */
    public CompletionStage<Optional<ClaimResult>> await(Exchange exchange, @Variable("prefer") String prefer,
            @Variable("claimId") UUID claim, @Variable("created") boolean created, @Variable("replyTo") ReturnAddress replyTo) {
        Preferences preferences = Preferences.of(Optional.ofNullable(prefer));
        Duration wait = replyTo != null ? Duration.ZERO : preferences.waiting(settings.waitDefault(), settings.waitMaximum());
        if (created && wait.isZero()) {
            // Its state need not be read to be told.
            exchange.setVariable("state", ClaimState.ACCEPTED);
        }
        if (replyTo != null) {
            exchange.setVariable("preferenceApplied", "respond-async");
            return CompletableFuture.completedStage(Optional.empty());
        }
        preferences.applied(wait).ifPresent(applied -> exchange.setVariable("preferenceApplied", applied));
        return callers.await(claim, wait, created);
    }

    /** Body in: {@code Optional<ClaimResult>}. Body out: the documented answer with 200, else the state with 202. */
    public void respond(Exchange exchange, @Variable("claimId") UUID claim, @Variable("preferenceApplied") String applied,
            @Variable("state") ClaimState known) {
        Optional<?> body = exchange.getMessage().getBody(Optional.class);
        Optional<ClaimResult> result = body.filter(ClaimResult.class::isInstance).map(ClaimResult.class::cast);
        Message answer = exchange.getMessage();
        answer.removeHeaders("*");
        if (applied != null) {
            answer.setHeader("Preference-Applied", applied);
        }
        answer.setHeader("EID-Claim-Id", claim.toString());
        if (result.flatMap(ClaimResult::response).isPresent()) {
            write(answer, 200, result.get().response().get());
            describe(answer, result.get());
            deliveries.delivered(claim);
        } else {
            ClaimState state = result.map(ClaimResult::state).or(() -> Optional.ofNullable(known))
                    .or(() -> Optional.ofNullable(claims.states(List.of(claim)).get(claim)))
                    .orElse(ClaimState.ACCEPTED);
            ObjectNode document = json.createObjectNode().put("id", claim.toString()).put("state", state.label());
            answer.setHeader("Location", PATH + claim);
            answer.setHeader("Retry-After", settings.retryAfter().toSeconds());
            write(answer, 202, document.toString());
        }
    }

    /**
     * Body out: {@code {id, state, response?}} of the caller's own claim.
     *
     * @throws Failure validation {@code unknown-claim}, the same for a claim of somebody else
     */
    public void read(Exchange exchange, @Variable("requestedId") String id, @Variable("client") String client)
            throws JsonProcessingException {
        StoredClaim claim = GivenId.of(id).flatMap(claims::find).filter(found -> found.client().equals(client))
                .orElseThrow(() -> Failure.of(Family.VALIDATION, "unknown-claim"));
        ObjectNode document = json.createObjectNode().put("id", claim.id().toString()).put("state", claim.state().label());
        Message answer = exchange.getMessage();
        answer.removeHeaders("*");
        if (claim.response().isPresent()) {
            document.set("response", json.readTree(claim.response().get()));
            describe(answer, ClaimResult.of(claim));
        } else if (!claim.state().isFinal()) {
            answer.setHeader("Retry-After", settings.retryAfter().toSeconds());
        }
        write(answer, 200, json.writeValueAsString(document));
        if (claim.state() == ClaimState.ANSWERED) {
            deliveries.delivered(claim.id());
        }
    }

    private static void describe(Message answer, ClaimResult result) {
        answer.setHeader("EID-Delivery-Id", result.deliveryId().toString());
        result.failure().ifPresent(failure -> {
            Kind kind = failure.kind();
            answer.setHeader("EID-Failure-Kind", kind.label());
            answer.setHeader("EID-Retryable", failure.retryable());
        });
    }

    private static void write(Message answer, int status, String body) {
        answer.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        answer.setHeader(Exchange.CONTENT_TYPE, "application/json");
        answer.setHeader("Cache-Control", "no-store");
        answer.setBody(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
