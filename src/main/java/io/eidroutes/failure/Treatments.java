package io.eidroutes.failure;

import org.apache.camel.Exchange;

/**
 * What one job does at each treatment that a branch can choose; it never chooses one. A message names its job in the
 * variable {@code job}.
 */
public interface Treatments {

    /** The job's name in the variable {@code job}. */
    String job();

    /** The caller made a request that cannot succeed as it is. */
    void answerCaller(Exchange exchange);

    /** The person concerned can act. */
    void askUser(Exchange exchange);

    /** The operator and the caller learn it; final. */
    void tellOperator(Exchange exchange);

    /** As {@link #tellOperator}, for a code that no document names. */
    void keepUnknown(Exchange exchange);

    /** The operator learns it and the work goes on. */
    void noteForOperator(Exchange exchange);

    /** The job's own end, for instance at a deadline. */
    void endClaim(Exchange exchange);

    /** Harmless. */
    void ignore(Exchange exchange);

    /** The same again, with growing pauses. */
    void retrySameMessage(Exchange exchange);

    /** Again once an operator has mended something. */
    void retryLater(Exchange exchange);

    /** Anew, under another id. */
    void reissueMessage(Exchange exchange);

    /** It had arrived before. */
    void treatAsSent(Exchange exchange);

    /** Tampering. */
    void alertSecurity(Exchange exchange);

    /** What came cannot be read: it is kept aside. */
    void quarantineAnswer(Exchange exchange);
}
