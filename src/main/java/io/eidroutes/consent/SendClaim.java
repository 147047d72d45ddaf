package io.eidroutes.consent;

import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import io.eidroutes.smev.Envelopes;
import io.eidroutes.smev.MessageIds;
import io.eidroutes.smev.PollSchedule;
import io.eidroutes.smev.SmevSettings;
import java.time.Duration;
import java.util.UUID;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of {@code routes/consent/send.camel.yaml} that need the claim, its attempts or the envelope. */
public final class SendClaim {

    private static final Logger LOG = LoggerFactory.getLogger(SendClaim.class);

    private static final Duration LATER = Duration.ofHours(1);

    private final SmevSettings smev;
    private final Envelopes envelopes;
    private final MessageIds messageIds;
    private final ClaimQueue queue;
    private final PollSchedule polls;

    SendClaim(SmevSettings smev, Envelopes envelopes, MessageIds messageIds, ClaimQueue queue, PollSchedule polls) {
        this.smev = smev;
        this.envelopes = envelopes;
        this.messageIds = messageIds;
        this.queue = queue;
        this.polls = polls;
    }

    /**
     * The endpoint of a stand must not carry another stand's claims.
     *
     * @throws Failure validation {@code EID-ROUTING-CODE}
     */
    public void checkRoutingCode(@Variable("claim") LeasedClaim claim) {
        if (!smev.routingCodes().contains(claim.routingCode())) {
            throw Failure.of(Family.VALIDATION, "EID-ROUTING-CODE");
        }
    }

    /** Body in: the business XML. Body out: the signed envelope. Variable out: {@code messageId}. */
    public byte[] signEnvelope(Exchange exchange, @Body byte[] content, @Variable("claim") LeasedClaim claim) {
        UUID messageId = messageIds.next();
        exchange.setVariable("messageId", messageId);
        // One that takes the place of another has a later end: СМЭВ may have found the first one over, by its own clock.
        return envelopes.sendRequest(messageId, content, claim.endOfLife().plus(LATER.multipliedBy(claim.attempts())));
    }

    /** Commits the attempt before its first byte leaves; a retry sends these very bytes. */
    public void storeAttempt(Exchange exchange, @Body byte[] envelope, @Variable("claim") LeasedClaim claim,
            @Variable("messageId") UUID messageId) {
        exchange.setVariable("claim", queue.storeAttempt(claim, messageId, envelope));
    }

    /** Body out: the stored envelope, which is now on the wire again. */
    public byte[] resendAttempt(Exchange exchange, @Variable("claim") LeasedClaim claim) {
        LeasedClaim resent = queue.resend(claim);
        exchange.setVariable("claim", resent);
        return resent.attempt().orElseThrow().envelope();
    }

    /** СМЭВ has it: the claim now waits for its answer. */
    public void markSent(@Variable("claim") LeasedClaim claim) {
        queue.sent(claim);
        polls.soon();
        LOG.info("Claim {} was queued by SMEV, message {}", claim.id(), claim.attempt().map(Attempt::messageId).orElseThrow());
    }

    /**
     * Ends what nobody answered in time.
     *
     * @throws Failure transport {@code EID-SEND-UNCERTAIN} where it may have arrived, else {@code EID-DEADLINE}
     */
    public void passDeadline(@Variable("claim") LeasedClaim claim) {
        boolean uncertain = claim.state() == ClaimState.UNCERTAIN
                || claim.state() == ClaimState.SENDING && claim.everUnclear();
        throw Failure.of(Family.TRANSPORT, uncertain ? "EID-SEND-UNCERTAIN" : "EID-DEADLINE");
    }
}
