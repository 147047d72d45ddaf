package io.eidroutes.smev;

import java.util.Optional;
import org.apache.camel.Exchange;

/**
 * An answer of the queue on its way through the routes, as variable {@value #VARIABLE}. How far it came decides what a
 * failure means for it, and that it is stored is what allows its acknowledgement.
 *
 * @param raw      the whole answer as it came
 * @param response what it says; empty until it is verified and read
 * @param kind     what it is, in words of the route that reads it; empty until then
 * @param stored   it is in our store
 */
public record AnswerInHand(byte[] raw, Optional<ReceivedResponse> response, String kind, boolean stored) {

    /** The variable's name. */
    public static final String VARIABLE = "answer";

    /** Takes what came into hand, before anything of it is read. */
    static void take(Exchange exchange, byte[] raw) {
        new AnswerInHand(raw, Optional.empty(), "", false).into(exchange);
    }

    /** The answer that this exchange is about; empty where it is about something else. */
    public static Optional<AnswerInHand> in(Exchange exchange) {
        return Optional.ofNullable(exchange.getVariable(VARIABLE, AnswerInHand.class));
    }

    /** It was verified and read. */
    public AnswerInHand asRead(ReceivedResponse response, String kind) {
        return new AnswerInHand(raw, Optional.of(response), kind, stored);
    }

    /** It was stored. */
    public AnswerInHand asStored() {
        return new AnswerInHand(raw, response, kind, true);
    }

    public void into(Exchange exchange) {
        exchange.setVariable(VARIABLE, this);
    }
}
