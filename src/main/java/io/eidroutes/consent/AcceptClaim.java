package io.eidroutes.consent;

import io.eidroutes.access.Clients;
import io.eidroutes.consent.validation.ClaimRequest;
import io.eidroutes.consent.validation.ClaimValidator;
import io.eidroutes.delivery.ReturnAddress;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Violation;
import io.eidroutes.http.MediaTypes;
import io.eidroutes.trace.Traces;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of {@code routes/consent/accept.camel.yaml}: what comes in through any door becomes a stored claim. */
public final class AcceptClaim {

    private static final Logger LOG = LoggerFactory.getLogger(AcceptClaim.class);
    private static final int LONGEST_KEY = 255;

    private final ClaimValidator validator;
    private final Clients clients;
    private final ClaimStore claims;
    private final ClaimDispatcher dispatcher;
    private final Backlog backlog;
    private final Duration endOfLife;
    private final Set<String> webhooks;
    private final Traces traces;

    /** @param webhooks the clients that have one */
    AcceptClaim(ClaimValidator validator, Clients clients, ClaimStore claims, ClaimDispatcher dispatcher,
            Backlog backlog, ConsentSettings settings, Set<String> webhooks, Traces traces) {
        this.traces = traces;
        this.validator = validator;
        this.clients = clients;
        this.claims = claims;
        this.dispatcher = dispatcher;
        this.backlog = backlog;
        this.endOfLife = settings.endOfLife();
        this.webhooks = Set.copyOf(webhooks);
    }

    /**
     * Refuses anything that does not call itself JSON.
     *
     * @throws Failure validation {@code unsupported-media-type}
     */
    public void checkMediaType(@Variable("contentType") String contentType) {
        MediaTypes.requireJson(Optional.ofNullable(contentType));
    }

    /**
     * Variable in: {@code deliverTo}, what the caller wants to have the answer brought to. Variable out: {@code replyTo}.
     *
     * @throws Failure validation {@code not-permitted}: anything but {@code webhook}, or the client has none
     */
    public void addressAnswer(Exchange exchange, @Variable("deliverTo") String deliverTo, @Variable("client") String client) {
        if (deliverTo == null || deliverTo.isBlank()) {
            return;
        }
        if (!deliverTo.equals(ReturnAddress.WEBHOOK) || !webhooks.contains(client)) {
            throw Failure.refused("not-permitted", List.of(Violation.of("", "client-webhook",
                    "EID-Deliver-To can be webhook, for a client that has one in the settings.")));
        }
        exchange.setVariable("replyTo", ReturnAddress.webhook());
    }

    /**
     * Body in: the request's bytes. Out: variable {@code request}.
     *
     * @throws Failure validation {@code malformed-json}, {@code too-large}, {@code invalid-claim}
     */
    public void validate(Exchange exchange) {
        exchange.setVariable("request", validator.validate(exchange.getMessage().getBody(byte[].class)));
    }

    /** @throws Failure validation {@code not-permitted}, before anything is stored */
    public void permit(@Variable("request") ClaimRequest request, @Variable("client") String client) {
        clients.permitClaim(client, request.orgOgrn(), request.routingCode());
    }

    /**
     * Stores the claim, with where its answer is to be brought, and hands it to this node's dispatcher where it has a hand
     * free, else to whoever has.
     * Variable in, where the request itself ends sooner than a claim of ours: {@code endOfLife}, from now on.
     * Out: variables {@code claimId} and {@code created}.
     *
     * @throws Failure validation {@code idempotency-conflict}
     */
    public void store(Exchange exchange, @Variable("request") ClaimRequest request, @Variable("client") String client,
            @Variable("door") String door, @Variable("idempotencyKey") String idempotencyKey,
            @Variable("replyTo") ReturnAddress replyTo, @Variable("endOfLife") Duration atMost) {
        Optional<String> key = Optional.ofNullable(idempotencyKey).filter(given -> !given.isBlank());
        if (key.isPresent() && key.get().length() > LONGEST_KEY) {
            throw Failure.refused("invalid-claim", List.of(Violation.of("", "idempotency-key-length",
                    "An Idempotency-Key has at most " + LONGEST_KEY + " characters.")));
        }
        NewClaim claim = new NewClaim(client, door, key, request.routingCode(), request.json(),
                atMost != null && atMost.compareTo(endOfLife) < 0 ? atMost : endOfLife,
                Optional.ofNullable(replyTo), traces.current());
        boolean reserved = dispatcher.reserve();
        Optional<LeasedClaim> leased = Optional.empty();
        try {
            Acceptance accepted = claims.accept(claim, reserved ? Optional.of(dispatcher.owner()) : Optional.empty(),
                    dispatcher.lease());
            leased = accepted.leased();
            exchange.setVariable("claimId", accepted.id());
            exchange.setVariable("created", accepted.created());
            report(accepted, client);
            if (accepted.created()) {
                backlog.accepted();
            }
        } finally {
            if (reserved && leased.isEmpty()) {
                dispatcher.release();
            }
        }
        if (leased.isPresent()) {
            dispatcher.dispatch(leased.get());
        } else if (exchange.getVariable("created", Boolean.class)) {
            dispatcher.wake();
        }
        if (!request.ignoredFields().isEmpty()) {
            LOG.warn("Claim {}: {} unknown fields were ignored", exchange.getVariable("claimId"), request.ignoredFields().size());
        }
    }

    private static void report(Acceptance accepted, String client) {
        accepted.sameContentAs().ifPresent((UUID other) ->
                LOG.warn("Claim {} of client {} has the content of claim {} under another key", accepted.id(), client, other));
        LOG.info("Claim {} of client {}: {}", accepted.id(), client, accepted.created() ? "accepted" : "known already");
    }
}
