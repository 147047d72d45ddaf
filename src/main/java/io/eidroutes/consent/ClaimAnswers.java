package io.eidroutes.consent;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.failure.Catalogue;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.FailureSummary;
import io.eidroutes.smev.AnswerInHand;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends claims. The answer that СМЭВ delivered and the end of the claim are written in one transaction, before the
 * answer is acknowledged; the claim's first end counts and no later one changes it.
 */
final class ClaimAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(ClaimAnswers.class);

    private final AnswerStore answers;
    private final Catalogue catalogue;
    private final ObjectMapper json;

    ClaimAnswers(AnswerStore answers, Catalogue catalogue, ObjectMapper json) {
        this.answers = answers;
        this.catalogue = catalogue;
        this.json = json;
    }

    Optional<CorrelatedClaim> correlate(String originalMessageId) {
        return answers.correlate(originalMessageId);
    }

    /** The documented answer as it came. */
    void answer(Exchange exchange, String response) {
        finish(exchange, new Outcome(ClaimState.ANSWERED, response, Optional.empty()));
    }

    /** The documented answer with status {@code FAULT}; in the other side's own words where it had some. */
    void fault(Exchange exchange, Failure failure, FailureSummary summary, ClaimState end) {
        String message = failure.reported().message();
        ObjectNode document = json.createObjectNode().put("status", "FAULT");
        Optional.ofNullable(exchange.getVariable("personOid", String.class)).ifPresent(oid -> document.put("person_oid", oid));
        document.putObject("error_status_info")
                .put("code", failure.reported().code())
                .put("message", message.isBlank() ? catalogue.find(failure.family(), failure.code()).message().ru() : message);
        finish(exchange, new Outcome(end, document.toString(), Optional.of(summary)));
    }

    /** Keeps what СМЭВ delivered without ending a claim. */
    void keep(Exchange exchange, boolean interim) {
        AnswerInHand inHand = AnswerInHand.in(exchange).orElseThrow();
        ReceivedAnswer answer = received(inHand).orElseThrow();
        if (!answers.keep(answer, Optional.ofNullable(exchange.getVariable("claimId", UUID.class)), interim)) {
            LOG.info("Message {} was known already", answer.id());
        }
        inHand.asStored().into(exchange);
    }

    /** Keeps an answer that must not be believed, as it came. */
    void quarantine(AnswerInHand answer, String reason) {
        LOG.error("An answer of SMEV is in quarantine as {}: {}", answers.quarantine(reason, answer.raw()), reason);
    }

    private void finish(Exchange exchange, Outcome outcome) {
        UUID claim = exchange.getVariable("claimId", UUID.class);
        Optional<AnswerInHand> inHand = AnswerInHand.in(exchange);
        Finish finish = answers.finish(claim, outcome, inHand.flatMap(ClaimAnswers::received));
        LOG.info("Claim {}: {}", claim, finish == Finish.DONE ? outcome.state().label() : finish);
        inHand.ifPresent(answer -> answer.asStored().into(exchange));
        exchange.setVariable("completed", finish == Finish.DONE);
        exchange.setVariable("late", finish == Finish.LATE);
    }

    private static Optional<ReceivedAnswer> received(AnswerInHand answer) {
        return answer.response().map(response -> new ReceivedAnswer(response.messageId(),
                response.originalMessageId(), answer.kind(), answer.raw()));
    }
}
