package io.eidroutes.consent;

import io.eidroutes.failure.Catalogue;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.FailureSummary;
import io.eidroutes.failure.Family;
import io.eidroutes.failure.Kind;
import io.eidroutes.failure.ProblemAnswers;
import io.eidroutes.failure.Treatments;
import io.eidroutes.failure.TreatmentsByJob;
import io.eidroutes.smev.MessageIds;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Executes the treatment that a branch chose; it never chooses one. What a treatment means depends on where the
 * failure happened: at the door (the caller gets a problem document), while a claim is being sent (it has a lease), or
 * with an answer in hand.
 */
public final class ClaimTreatments implements Treatments {

    private static final Logger LOG = LoggerFactory.getLogger(ClaimTreatments.class);
    /** Nothing of the request can have arrived (SMEV facts, "Faults": DNS, connect or TLS failure). */
    private static final Set<String> NOT_SENT = Set.of(
            "unknown-host", "connection-refused", "connect-timeout", "tls-failure", "pool-timeout");
    /** SMEV may have queued the message: before it failed, or by an answer that must not be believed. */
    private static final Set<String> UNCLEAR_FAULTS = Set.of("SMEVFailure", "no-detail",
            "EID-SIGNATURE-MISSING", "EID-SIGNATURE-INVALID", "EID-SIGNATURE-UNTRUSTED");

    /** Stands for a code that the catalogue does not know, where a code is logged or kept in the clear. */
    private static final String UNDOCUMENTED = "other";

    private final ClaimQueue queue;
    private final ClaimAnswers answers;
    private final Catalogue catalogue;
    private final ProblemAnswers problems;
    private final ConsentSettings.Dispatch settings;
    private final Duration messageIdLife;
    private final Clock clock;

    ClaimTreatments(ClaimQueue queue, ClaimAnswers answers, Catalogue catalogue, ProblemAnswers problems,
            ConsentSettings.Dispatch settings, Duration messageIdLife, Clock clock) {
        this.queue = queue;
        this.answers = answers;
        this.catalogue = catalogue;
        this.problems = problems;
        this.settings = settings;
        this.messageIdLife = messageIdLife;
        this.clock = clock;
    }

    @Override
    public String job() {
        return TreatmentsByJob.DEFAULT_JOB;
    }

    /** The caller learns what is wrong with its request. */
    @Override
    public void answerCaller(Exchange exchange) {
        end(exchange, ClaimState.ANSWERED);
    }

    /** The caller learns what the person can do. */
    @Override
    public void askUser(Exchange exchange) {
        end(exchange, ClaimState.ANSWERED);
    }

    /** The operator and the caller learn it. */
    @Override
    public void tellOperator(Exchange exchange) {
        alert(exchange);
        end(exchange, ClaimState.ANSWERED);
    }

    /** As {@link #tellOperator}, for a code that no document names. */
    @Override
    public void keepUnknown(Exchange exchange) {
        tellOperator(exchange);
    }

    /** The operator learns it and the claim goes on. */
    @Override
    public void noteForOperator(Exchange exchange) {
        alert(exchange);
    }

    /** Our own end: the deadline. */
    @Override
    public void endClaim(Exchange exchange) {
        alert(exchange);
        end(exchange, ClaimState.EXPIRED);
    }

    /** Harmless. */
    @Override
    public void ignore(Exchange exchange) {
        Failure failure = failure(exchange);
        LOG.debug("Ignored: {} {}", failure.family().label(), known(failure));
    }

    /** The same bytes again, with growing pauses, for as long as the deadline allows. */
    @Override
    public void retrySameMessage(Exchange exchange) {
        LeasedClaim claim = claim(exchange);
        if (claim == null) {
            if (unreadableAnswer(exchange)) {
                quarantineAnswer(exchange);
            } else {
                end(exchange, ClaimState.ANSWERED);
            }
            return;
        }
        Duration pause = pause(claim.tries());
        Failure failure = failure(exchange);
        if (claim.attempt().isEmpty()) {
            queue.retryLater(claim, pause);
        } else if (NOT_SENT.contains(failure.code())) {
            queue.notSent(claim, pause);
        } else if (unclear(failure)) {
            queue.unclear(claim, pause);
        } else {
            queue.refused(claim, pause, false);
        }
    }

    /** Once something is mended: a new attempt where none can have arrived, else the same bytes. */
    @Override
    public void retryLater(Exchange exchange) {
        alert(exchange);
        LeasedClaim claim = claim(exchange);
        if (claim == null) {
            end(exchange, ClaimState.ANSWERED);
        } else if (claim.attempt().isEmpty()) {
            queue.retryLater(claim, settings.retryLater());
        } else if (unclear(failure(exchange))) {
            queue.unclear(claim, settings.retryLater());
        } else {
            queue.refused(claim, settings.retryLater(), true);
        }
    }

    /**
     * A new MessageID, where no earlier attempt can have arrived. A stale id that is younger than an id's life means
     * that a clock is wrong: no new id then.
     */
    @Override
    public void reissueMessage(Exchange exchange) {
        LeasedClaim claim = claim(exchange);
        if (claim == null || claim.attempt().isEmpty()) {
            end(exchange, ClaimState.ANSWERED);
            return;
        }
        Duration age = Duration.between(MessageIds.timeOf(claim.attempt().get().messageId()), clock.instant());
        if (failure(exchange).code().equals("StaleMessageId") && age.compareTo(messageIdLife) < 0) {
            LOG.error("Claim {}: SMEV finds a MessageID stale that is younger than its life; check the clocks", claim.id());
            queue.refused(claim, settings.retryLater(), false);
        } else if (claim.everUnclear()) {
            LOG.error("Claim {} may have reached SMEV with a MessageID that is now stale; it waits as uncertain", claim.id());
            queue.uncertain(claim);
        } else if (!queue.reissue(claim, settings.reissueMost())) {
            alert(exchange);
            end(exchange, ClaimState.ANSWERED);
        }
    }

    /** An earlier attempt did arrive. */
    @Override
    public void treatAsSent(Exchange exchange) {
        LeasedClaim claim = claim(exchange);
        if (claim != null) {
            LOG.info("Claim {} was queued by SMEV with an earlier attempt", claim.id());
            queue.sent(claim);
        }
    }

    /** Tampering: what came is kept aside, changes no claim and is not acknowledged. */
    @Override
    public void alertSecurity(Exchange exchange) {
        quarantineAnswer(exchange);
    }

    /** Not readable: what came is kept aside, changes no claim and is not acknowledged. */
    @Override
    public void quarantineAnswer(Exchange exchange) {
        alert(exchange);
        if (exchange.getVariable("rawAnswer") != null) {
            exchange.setVariable("acknowledge", false);
            answers.quarantine(exchange, known(failure(exchange)));
        } else {
            retrySameMessage(exchange);
        }
    }

    /** Whether it is the answer from the queue that could not be read, and not what СМЭВ said to its acknowledgement. */
    private static boolean unreadableAnswer(Exchange exchange) {
        return failure(exchange).code().equals("unreadable-answer") && exchange.getVariable("rawAnswer") != null
                && !exchange.getVariable("answerStored", false, Boolean.class);
    }

    private void end(Exchange exchange, ClaimState state) {
        Failure failure = failure(exchange);
        if (exchange.getVariable("answerStored", false, Boolean.class)) {
            // What fails after that, an acknowledgement say, changes nothing: СМЭВ delivers the message again.
            return;
        }
        if (exchange.getVariable("answer") != null && failure.family() == Family.TRANSPORT) {
            // A failure of ours with an answer in hand is no answer: it is not acknowledged, and СМЭВ delivers it again.
            return;
        }
        if (exchange.getVariable("claimId") != null) {
            FailureSummary summary = new FailureSummary(failure.family(), known(failure), kind(exchange), retryable(exchange));
            answers.fault(exchange, failure, summary, state);
        } else if ("http".equals(exchange.getVariable("door", String.class))) {
            problems.answer(exchange);
        }
    }

    private Duration pause(int tries) {
        long most = settings.retryMost().toMillis();
        long pause = Math.min(most, settings.retryFirst().toMillis() << Math.min(tries, 20));
        // Full pause halved at random, so that claims which failed together do not come back together.
        return Duration.ofMillis(pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1));
    }

    private boolean unclear(Failure failure) {
        return switch (failure.family()) {
            case SMEV_FAULT -> UNCLEAR_FAULTS.contains(failure.code()) || !catalogue.knows(failure.family(), failure.code());
            case TRANSPORT -> !NOT_SENT.contains(failure.code()) && !failure.code().equals("client-error");
            default -> false;
        };
    }

    private void alert(Exchange exchange) {
        Failure failure = failure(exchange);
        LOG.warn("For the operator: {} {}, claim {}", failure.family().label(), known(failure), exchange.getVariable("claimId"));
    }

    /** A code that no document names is somebody else's text, of any length: it goes to the caller and nowhere else. */
    private String known(Failure failure) {
        return catalogue.knows(failure.family(), failure.code()) ? failure.code() : UNDOCUMENTED;
    }

    private static LeasedClaim claim(Exchange exchange) {
        return exchange.getVariable("claim", LeasedClaim.class);
    }

    private static Failure failure(Exchange exchange) {
        return exchange.getVariable("failure", Failure.class);
    }

    private static Kind kind(Exchange exchange) {
        return Kind.valueOf(exchange.getVariable("kind", String.class).toUpperCase(java.util.Locale.ROOT));
    }

    private static boolean retryable(Exchange exchange) {
        return exchange.getVariable("retryable", Boolean.class);
    }
}
