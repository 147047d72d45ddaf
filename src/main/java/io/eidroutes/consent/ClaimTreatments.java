package io.eidroutes.consent;

import io.eidroutes.failure.Arrival;
import io.eidroutes.failure.Catalogue;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.FailureSummary;
import io.eidroutes.failure.Family;
import io.eidroutes.failure.ProblemAnswers;
import io.eidroutes.failure.Treatments;
import io.eidroutes.failure.TreatmentsByJob;
import io.eidroutes.file.FileRefusals;
import io.eidroutes.smev.AnswerInHand;
import io.eidroutes.smev.MessageIds;
import io.eidroutes.store.Backoff;
import io.eidroutes.store.LeaseLost;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Executes the treatment that a branch chose; it never chooses one. What a treatment means depends on where the
 * failure happened: at the door (the caller gets a problem document; a file is moved to the rejected ones with it), while a
 * claim is being sent (it has a lease), or with an answer in hand.
 */
public final class ClaimTreatments implements Treatments {

    private static final Logger LOG = LoggerFactory.getLogger(ClaimTreatments.class);

    private final ClaimQueue queue;
    private final ClaimDesk desk;
    private final ClaimAnswers answers;
    private final Catalogue catalogue;
    private final ProblemAnswers problems;
    private final FileRefusals files;
    private final ConsentSettings.Dispatch settings;
    private final Backoff backoff;
    private final Duration messageIdLife;

    ClaimTreatments(ClaimQueue queue, ClaimDesk desk, ClaimAnswers answers, Catalogue catalogue, ProblemAnswers problems,
            FileRefusals files, ConsentSettings.Dispatch settings, Duration messageIdLife) {
        this.queue = queue;
        this.desk = desk;
        this.answers = answers;
        this.catalogue = catalogue;
        this.problems = problems;
        this.files = files;
        this.settings = settings;
        this.backoff = new Backoff(settings.retryFirst(), settings.retryMost());
        this.messageIdLife = messageIdLife;
    }

    @Override
    public String job() {
        return TreatmentsByJob.DEFAULT_JOB;
    }

    /** The caller has the failure for an answer. */
    @Override
    public void end(Exchange exchange) {
        end(exchange, ClaimState.ANSWERED);
    }

    /** The operator learns it and the claim goes on. */
    @Override
    public void noteForOperator(Exchange exchange) {
        goOn(exchange);
    }

    /** Our own end: the deadline. */
    @Override
    public void endClaim(Exchange exchange) {
        end(exchange, ClaimState.EXPIRED);
    }

    /** Harmless: the claim goes on. */
    @Override
    public void ignore(Exchange exchange) {
        goOn(exchange);
    }

    /** A claim that is held is given back to be sent; a caller at the door has to have an answer. */
    private void goOn(Exchange exchange) {
        if (LeaseLost.is(failure(exchange)) || AnswerInHand.in(exchange).isPresent()) {
            return;
        }
        if (claim(exchange) != null) {
            retrySameMessage(exchange);
        } else {
            end(exchange);
        }
    }

    /** The same bytes again, with growing pauses, for as long as the deadline allows. */
    @Override
    public void retrySameMessage(Exchange exchange) {
        if (files.again(exchange)) {
            return;
        }
        LeasedClaim claim = claim(exchange);
        if (claim == null) {
            if (unreadableAnswer(exchange)) {
                quarantineAnswer(exchange);
            } else {
                end(exchange);
            }
            return;
        }
        Duration pause = backoff.pause(claim.tries());
        if (exchange.getVariable("countsAsTry", false, Boolean.class)) {
            queue.countFault(claim);
        }
        if (claim.attempt().isEmpty()) {
            queue.retryLater(claim, pause);
            return;
        }
        switch (arrived(failure(exchange))) {
            case NO -> queue.notSent(claim, pause);
            case UNCLEAR -> queue.unclear(claim, pause);
            case REFUSED -> queue.refused(claim, pause, false);
        }
    }

    /** Once something is mended: a new attempt where none can have arrived, else the same bytes. */
    @Override
    public void retryLater(Exchange exchange) {
        if (files.again(exchange)) {
            return;
        }
        LeasedClaim claim = claim(exchange);
        if (claim == null) {
            end(exchange);
            return;
        }
        hold(claim, exchange);
        if (claim.attempt().isEmpty()) {
            queue.retryLater(claim, settings.retryLater());
        } else if (arrived(failure(exchange)) == Arrival.UNCLEAR) {
            queue.unclear(claim, settings.retryLater());
        } else {
            queue.refused(claim, settings.retryLater(), true);
        }
    }

    /**
     * A new MessageID, where no earlier attempt can have arrived. A stale id that is younger than an id's life means
     * that a clock is wrong: no new id then. Variable out: {@code needsOperator}, where there is none.
     */
    @Override
    public void reissueMessage(Exchange exchange) {
        LeasedClaim claim = claim(exchange);
        if (claim == null || claim.attempt().isEmpty()) {
            end(exchange);
            return;
        }
        Duration age = Duration.between(MessageIds.timeOf(claim.attempt().get().messageId()), queue.now());
        if (failure(exchange).code().equals("StaleMessageId") && age.compareTo(messageIdLife) < 0) {
            LOG.error("Claim {}: SMEV finds a MessageID stale that is younger than its life; check the clocks", claim.id());
            needOperator(exchange);
            hold(claim, exchange);
            queue.refused(claim, settings.retryLater(), false);
        } else if (claim.everUnclear()) {
            LOG.error("Claim {} may have reached SMEV with a MessageID that is now stale; it waits as uncertain", claim.id());
            needOperator(exchange);
            hold(claim, exchange);
            queue.uncertain(claim);
        } else if (!queue.reissue(claim, settings.reissueMost())) {
            needOperator(exchange);
            end(exchange);
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
        Optional<AnswerInHand> answer = AnswerInHand.in(exchange);
        if (answer.isPresent()) {
            answers.quarantine(answer.get(), catalogue.codeInTheClear(failure(exchange)));
        } else {
            retrySameMessage(exchange);
        }
    }

    /** Whether it is the answer from the queue that could not be read, and not what СМЭВ said to its acknowledgement. */
    private static boolean unreadableAnswer(Exchange exchange) {
        return failure(exchange).code().equals("unreadable-answer")
                && AnswerInHand.in(exchange).filter(answer -> !answer.stored()).isPresent();
    }

    private void end(Exchange exchange, ClaimState state) {
        if (files.refuse(exchange)) {
            return;
        }
        Failure failure = failure(exchange);
        Optional<AnswerInHand> inHand = AnswerInHand.in(exchange);
        if (inHand.isPresent() && inHand.get().stored()) {
            // What fails after that, an acknowledgement say, changes nothing: СМЭВ delivers the message again.
            return;
        }
        if (inHand.isPresent() && inHand.get().response().isPresent() && failure.family() == Family.TRANSPORT) {
            // A failure of ours with an answer in hand is no answer: it is not acknowledged, and СМЭВ delivers it again.
            return;
        }
        if (claim(exchange) == null && inHand.isEmpty()) {
            // At the door. A claim that was accepted a step ago goes on, whatever became of its caller.
            if (exchange.getVariable("door") != null) {
                problems.answer(exchange);
            }
        } else if (exchange.getVariable("claimId") != null) {
            answers.fault(exchange, failure, FailureSummary.of(exchange, catalogue), state);
        }
    }

    private static void needOperator(Exchange exchange) {
        exchange.setVariable("needsOperator", true);
    }

    private void hold(LeasedClaim claim, Exchange exchange) {
        desk.hold(claim, catalogue.codeInTheClear(failure(exchange)));
    }

    private Arrival arrived(Failure failure) {
        return catalogue.find(failure.family(), failure.code()).arrived();
    }

    private static LeasedClaim claim(Exchange exchange) {
        return exchange.getVariable("claim", LeasedClaim.class);
    }

    private static Failure failure(Exchange exchange) {
        return exchange.getVariable("failure", Failure.class);
    }
}
