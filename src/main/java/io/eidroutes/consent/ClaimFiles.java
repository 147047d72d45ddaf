package io.eidroutes.consent;

import io.eidroutes.delivery.ReturnAddress;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import io.eidroutes.file.FileDoor;
import io.eidroutes.file.Folder;
import java.io.IOException;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;

/** The steps of {@code routes/consent/from-file.camel.yaml}: a file is a claim, or an array of claims. */
public final class ClaimFiles {

    private final FileDoor door;
    private final Folder outbox;
    private final DeliveryQueue deliveries;
    private final AnswerDispatcher dispatcher;

    ClaimFiles(FileDoor door, Folder outbox, DeliveryQueue deliveries, AnswerDispatcher dispatcher) {
        this.door = door;
        this.outbox = outbox;
        this.deliveries = deliveries;
        this.dispatcher = dispatcher;
    }

    /**
     * As {@link FileDoor#take}. Variable out, for a single claim: {@code replyTo}, the file that is answered.
     *
     * @throws Failure validation {@code unreadable-file}, {@code too-large}, {@code malformed-json}, {@code invalid-claim}
     */
    public void take(Exchange exchange) throws IOException {
        door.take(exchange);
        addressAnswer(exchange);
    }

    /** As {@link FileDoor#takeElement}. Variable out: {@code replyTo}. */
    public void takeElement(Exchange exchange) throws IOException {
        door.takeElement(exchange);
        addressAnswer(exchange);
    }

    private static void addressAnswer(Exchange exchange) {
        String name = exchange.getVariable("answerName", String.class);
        if (name != null) {
            exchange.setVariable("replyTo", ReturnAddress.file(name));
        }
    }

    /**
     * A claim that was known already is answered once more: whoever put the same content under the same name into the
     * inbox again finds an answer, wherever the first one went.
     *
     * @throws Failure validation {@code answer-erased}
     */
    public void answerAgain(Exchange exchange, @Variable("claimId") UUID claim, @Variable("created") boolean created) {
        if (!created) {
            if (!deliveries.again(claim)) {
                throw Failure.of(Family.VALIDATION, "answer-erased");
            }
            dispatcher.wake();
        }
        door.accepted(exchange, claim);
    }

    /** As {@link FileDoor#leave}. */
    public void leave(Exchange exchange) throws IOException {
        door.leave(exchange, outbox);
    }
}
