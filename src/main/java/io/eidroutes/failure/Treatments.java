package io.eidroutes.failure;

import org.apache.camel.Exchange;

/**
 * What one job does at each treatment that a branch can choose; it never chooses one. A message names its job in the
 * variable {@code job}. Where a treatment means nothing more to a job, the failure ends the work.
 */
public interface Treatments {

    /** The job's name in the variable {@code job}. */
    String job();

    /** The work ends with the failure, and whoever asked for it learns that. */
    void end(Exchange exchange);

    /** The caller made a request that cannot succeed as it is. */
    default void answerCaller(Exchange exchange) {
        end(exchange);
    }

    /** The person concerned can act. */
    default void askUser(Exchange exchange) {
        end(exchange);
    }

    /** The operator and the caller learn it; final. */
    default void tellOperator(Exchange exchange) {
        end(exchange);
    }

    /** As {@link #tellOperator}, for a code that no document names. */
    default void keepUnknown(Exchange exchange) {
        tellOperator(exchange);
    }

    /** The operator learns it and the work goes on. */
    default void noteForOperator(Exchange exchange) {
        end(exchange);
    }

    /** The job's own end, for instance at a deadline. */
    default void endClaim(Exchange exchange) {
        end(exchange);
    }

    /** Harmless. */
    default void ignore(Exchange exchange) {
        end(exchange);
    }

    /** The same again, with growing pauses. */
    default void retrySameMessage(Exchange exchange) {
        end(exchange);
    }

    /** Again once an operator has mended something. */
    default void retryLater(Exchange exchange) {
        end(exchange);
    }

    /** Anew, under another id. */
    default void reissueMessage(Exchange exchange) {
        end(exchange);
    }

    /** It had arrived before. */
    default void treatAsSent(Exchange exchange) {
        end(exchange);
    }

    /** Tampering. */
    default void alertSecurity(Exchange exchange) {
        end(exchange);
    }

    /** What came cannot be read: it is kept aside. */
    default void quarantineAnswer(Exchange exchange) {
        end(exchange);
    }
}
