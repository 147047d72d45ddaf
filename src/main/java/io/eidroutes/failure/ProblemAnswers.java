package io.eidroutes.failure;

import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Answers a caller with the problem document of the failure that was treated. */
public final class ProblemAnswers {

    private final Catalogue catalogue;
    private final ProblemDocuments problems;
    private final Duration retryAfter;

    /** @param retryAfter what 429 and 503 advise, in whole seconds */
    ProblemAnswers(Catalogue catalogue, ProblemDocuments problems, Duration retryAfter) {
        this.retryAfter = retryAfter;
        this.catalogue = catalogue;
        this.problems = problems;
    }

    /**
     * In: variables failure, failureId, kind, retryable and door. Out, for a message: variables {@code problem} (the document),
     * {@code failureSummary} and {@code endOfMessage}: {@code redeliver} what may succeed later, {@code refuse} the rest;
     * record-failure.camel.yaml goes on with it. Out, for an HTTP call: the answer of the exchange. The status is the catalogue's, else
     * it says who can act: 422 the person, 503 nobody for the moment, 502 somebody behind us.
     */
    public void answer(Exchange exchange) {
        Failure failure = exchange.getVariable("failure", Failure.class);
        Kind kind = Kind.of(exchange.getVariable("kind", String.class));
        if ("jms".equals(exchange.getVariable("door", String.class))) {
            boolean retryable = exchange.getVariable("retryable", Boolean.class);
            exchange.setVariable("problem", problems.write(failure, kind, retryable));
            exchange.setVariable("failureSummary", FailureSummary.of(exchange, catalogue));
            exchange.setVariable("endOfMessage", retryable ? "redeliver" : "refuse");
            return;
        }
        Message answer = exchange.getMessage();
        answer.removeHeaders("*");
        int status = catalogue.find(failure.family(), failure.code()).status().orElse(statusOf(kind));
        answer.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        if (status == 429 || status == 503) {
            answer.setHeader("Retry-After", retryAfter.toSeconds());
        }
        answer.setHeader(Exchange.CONTENT_TYPE, ProblemDocuments.MEDIA_TYPE);
        answer.setHeader("Cache-Control", "no-store");
        answer.setHeader(Failures.ID_HEADER, exchange.getVariable(Failures.ID));
        answer.setBody(problems.write(failure, kind, exchange.getVariable("retryable", Boolean.class)));
    }

    private static int statusOf(Kind kind) {
        return switch (kind) {
            case USER -> 422;
            case RETRY -> 503;
            case PARTNER, SECURITY, UNKNOWN -> 502;
        };
    }
}
