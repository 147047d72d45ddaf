package io.eidroutes.consent;

import io.eidroutes.consent.mapping.EsiaAnswer;
import io.eidroutes.consent.mapping.ResponseMapping;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Failures;
import io.eidroutes.failure.Family;
import io.eidroutes.smev.AnswerInHand;
import io.eidroutes.smev.Payload;
import io.eidroutes.smev.ReceivedResponse;
import io.eidroutes.smev.SignatureVerifier;
import io.eidroutes.smev.SoapReplies;
import io.eidroutes.trace.Traces;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;

/** The steps of {@code routes/consent/receive.camel.yaml}: from a message of the queue to the answer of a claim. */
public final class ReceiveAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiveAnswer.class);
    /** Final statuses other than an answer (methodical recommendations of СМЭВ 3, 3.5, AsyncProcessingStatus). */
    private static final Set<String> FINAL = Set.of(
            "requestIsRejectedBySmev", "cancelled", "messageIsArchived", "doesNotExist");
    /** Not final, but somebody should look at it. */
    private static final String ANSWER_REJECTED = "responseIsRejectedBySmev";

    private final SignatureVerifier verifier;
    private final SoapReplies replies;
    private final ClaimAnswers claims;
    private final ResponseMapping mapping;
    private final ForeignAnswers foreign;
    private final Optional<String> foreignQueue;
    private final Set<String> providers;
    private final Traces traces;

    ReceiveAnswer(SignatureVerifier verifier, SoapReplies replies, ClaimAnswers claims, ResponseMapping mapping,
            ConsentSettings settings, Set<String> providers, Traces traces) {
        this.traces = traces;
        this.verifier = verifier;
        this.replies = replies;
        this.claims = claims;
        this.mapping = mapping;
        this.foreign = settings.foreignAnswers();
        this.foreignQueue = settings.foreignQueue();
        this.providers = Set.copyOf(providers);
    }

    /** @throws Failure smev-fault {@code EID-SIGNATURE-…} */
    public void verify(@Body Element responseMessage) {
        verifier.verifyResponse(responseMessage);
    }

    /**
     * Variables out: {@code response}, {@code responseId}, {@code answerKind}, and the claim it belongs to as
     * {@code claimId}; {@code answer} is read now.
     *
     * @throws Failure smev-fault {@code EID-SENDER-UNEXPECTED}; transport {@code unreadable-answer}
     */
    public void read(Exchange exchange, @Body Element responseMessage, @Variable(AnswerInHand.VARIABLE) AnswerInHand inHand) {
        ReceivedResponse response = replies.read(responseMessage);
        // What СМЭВ itself says comes from СМЭВ, whoever provides the service.
        boolean bySmev = response.payload() instanceof Payload.AsyncStatus;
        if (!providers.isEmpty() && !bySmev && response.senderMnemonic().filter(providers::contains).isEmpty()) {
            throw Failure.of(Family.SMEV_FAULT, "EID-SENDER-UNEXPECTED");
        }
        String kind = kindOf(response.payload());
        exchange.setVariable("response", response);
        exchange.setVariable("responseId", response.messageId());
        inHand.asRead(response, kind).into(exchange);
        Optional<CorrelatedClaim> claim = claims.correlate(response.originalMessageId());
        claim.ifPresent(found -> {
            exchange.setVariable("claimId", found.id());
            traces.join(exchange, "receive", found.trace(), Traces.Subject.claim(found.id()));
        });
        exchange.setVariable("answerKind", claim.isPresent() ? kind : "foreign");
        LOG.info("Message {} of kind {} came for {}", response.messageId(), kind,
                claim.map(found -> "claim " + found.id()).orElse("no claim of ours"));
    }

    /**
     * Variable out: {@code responseId}, by which an answer that is not believed can be refused.
     *
     * @throws Failure transport {@code unreadable-answer}
     */
    public void identify(Exchange exchange, @Body Element responseMessage) {
        exchange.setVariable("responseId", replies.read(responseMessage).messageId());
    }

    /** Body out: the documented answer as JSON. Variables out: {@code failure} and {@code personOid} where ESIA reports one. */
    public String mapResponse(Exchange exchange, @Variable("response") ReceivedResponse response) {
        Payload.Content content = (Payload.Content) response.payload();
        EsiaAnswer answer = mapping.map(content.xml());
        if (answer.status().equals("FAULT")) {
            answer.personOid().ifPresent(oid -> exchange.setVariable("personOid", oid));
            Failure.Reported error = answer.published().orElseThrow();
            Failures.name(exchange, Failure.reported(Family.ESIA, error.code(), error.code(), error.message()));
        }
        return answer.json();
    }

    /** Variable out: {@code failure} from the first reason of a RequestRejected. */
    public void readRejection(Exchange exchange, @Variable("response") ReceivedResponse response) {
        Payload.Rejected rejected = (Payload.Rejected) response.payload();
        Payload.Rejection first = rejected.rejections().get(0);
        Failures.name(exchange, Failure.reported(Family.SMEV_REJECTION, first.code(), first.code(), first.description()));
    }

    /** Variable out: {@code failure} from a final status; the status of СМЭВ decides the branch, its fault is reported. */
    public void readStatus(Exchange exchange, @Variable("response") ReceivedResponse response) {
        Payload.AsyncStatus status = (Payload.AsyncStatus) response.payload();
        String category = status.category().orElse("");
        Failures.name(exchange, Failure.reported(Family.SMEV_FAULT, category, status.faultCode().orElse(category),
                status.faultDescription().or(status::details).orElse("")));
    }

    /** Body in: the documented answer. The claim is answered; variable {@code completed} says that it was not before. */
    public void answerClaim(Exchange exchange, @Body String json) {
        claims.answer(exchange, json);
    }

    /** Keeps a message that ends nothing. */
    public void keepInterim(Exchange exchange) {
        claims.keep(exchange, true);
    }

    /**
     * Keeps a message that answers no claim of ours, unless it is to be left. Variables out: {@code foreignQueue} where
     * it is to be forwarded, known or not: a process may have ended before it was; else {@code failure}.
     */
    public void keepForeign(Exchange exchange) {
        if (foreign != ForeignAnswers.LEAVE) {
            claims.keep(exchange, false);
        }
        if (foreign == ForeignAnswers.FORWARD) {
            exchange.setVariable("foreignQueue", foreignQueue.orElseThrow());
        } else {
            Failures.name(exchange, Failure.of(Family.SMEV_FAULT, "EID-FOREIGN-ANSWER"));
        }
    }

    private static String kindOf(Payload payload) {
        if (payload instanceof Payload.Content) {
            return "content";
        }
        if (payload instanceof Payload.Rejected) {
            return "rejected";
        }
        if (payload instanceof Payload.AsyncStatus status) {
            String category = status.category().orElse("");
            return FINAL.contains(category) ? "final-status" : category.equals(ANSWER_REJECTED) ? "alarming-status" : "interim-status";
        }
        return "interim-status";
    }
}
