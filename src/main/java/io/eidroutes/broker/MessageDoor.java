package io.eidroutes.broker;

import io.eidroutes.delivery.ReturnAddress;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import io.eidroutes.failure.Violation;
import io.eidroutes.trace.TraceParent;
import io.eidroutes.trace.Traces;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.apache.camel.component.jms.JmsMessage;
import org.apache.camel.support.DefaultMessage;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first steps of a route that takes messages from a queue. Nothing that a sender wrote becomes a header. */
public final class MessageDoor {

    private static final Logger LOG = LoggerFactory.getLogger(MessageDoor.class);
    private static final int LONGEST_ID = 1000;

    private final JmsSettings settings;
    private final QueueNames queues;
    private final Clock clock;
    private final Traces traces;

    /**
     * @param ours    further queues of ours, which no answer is put on
     * @param artemis whether the broker can be asked what a temporary queue is
     */
    MessageDoor(JmsSettings settings, Set<String> ours, boolean artemis, Clock clock, Traces traces) {
        this.traces = traces;
        this.settings = settings;
        this.queues = new QueueNames(settings, ours, artemis);
        this.clock = clock;
    }

    /**
     * Takes what is needed from the message and leaves everything else behind: the exchange has an empty one afterwards.
     * Variables out: {@code message}, as it came; {@code replyTo}, the answer queue where the request names none;
     * {@code idempotencyKey}, the property IdempotencyKey, else JMSMessageID; {@code endOfLife}, the time until the message
     * expires, if it does. The property traceparent puts the rest of the route into the sender's trace.
     *
     * @throws Failure validation {@code not-permitted} (JMSReplyTo), {@code invalid-request}
     */
    public void keep(Exchange exchange) throws JMSException {
        Message message = exchange.getMessage(JmsMessage.class).getJmsMessage();
        exchange.setIn(new DefaultMessage(exchange.getContext()));
        exchange.getExchangeExtension().addOnCompletion(new Untreated());
        exchange.setVariable("message", message);
        traces.follow(exchange, "read message", TraceParent.read(property(message, TraceParent.NAME)));
        Optional<String> id = Optional.ofNullable(message.getJMSMessageID());
        Optional<String> given = Optional.ofNullable(message.getJMSCorrelationID());
        Optional<String> correlation = given.filter(text -> text.length() <= LONGEST_ID).or(() -> id);
        // Even a refusal has to go somewhere.
        exchange.setVariable("replyTo", ReturnAddress.queue(settings.answerQueue(), correlation));
        if (message.getJMSReplyTo() != null) {
            exchange.setVariable("replyTo", queues.permit(message.getJMSReplyTo(), correlation));
        }
        if (given.filter(text -> text.length() > LONGEST_ID).isPresent()) {
            throw refused("correlation-id-length", "A JMSCorrelationID has at most " + LONGEST_ID + " characters.");
        }
        exchange.setVariable("idempotencyKey", key(message).or(() -> id).orElseThrow(() -> refused("message-id-required",
                "A message needs a JMSMessageID or the property IdempotencyKey: without either it could not be told "
                        + "from its own redelivery.")));
        if (message.getJMSExpiration() > 0) {
            long left = message.getJMSExpiration() - clock.millis();
            exchange.setVariable("endOfLife", Duration.ofMillis(Math.max(1, left)));
        }
    }

    private static Optional<String> key(Message message) {
        return property(message, "IdempotencyKey").filter(key -> key instanceof String || key instanceof Number)
                .map(Object::toString).filter(text -> !text.isBlank());
    }

    private static Optional<Object> property(Message message, String name) {
        try {
            return Optional.ofNullable(message.getObjectProperty(name));
        } catch (JMSException e) {
            throw refused("idempotency-key-type", "The property IdempotencyKey must be a text.");
        }
    }

    /**
     * Body out: the bytes of a TextMessage, in UTF-8, or of a BytesMessage. Of no other message anything is read: the
     * others carry objects.
     *
     * @throws Failure validation {@code unsupported-media-type}, {@code too-large}
     */
    public byte[] read(@Variable("message") Message message) throws JMSException {
        if (message instanceof TextMessage text) {
            String body = text.getText() == null ? "" : text.getText();
            requireFits(body.length());
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            requireFits(bytes.length);
            return bytes;
        }
        if (message instanceof BytesMessage content) {
            requireFits(content.getBodyLength());
            byte[] bytes = new byte[(int) content.getBodyLength()];
            content.readBytes(bytes);
            return bytes;
        }
        throw Failure.of(Family.VALIDATION, "unsupported-media-type");
    }

    private void requireFits(long length) {
        if (length > settings.maxBytes()) {
            throw Failure.of(Family.VALIDATION, "too-large");
        }
    }

    /** Variables in: {@code replyTo}. Out: {@code channel}, {@code address} and, where there is one, {@code correlation}. */
    public void address(Exchange exchange, @Variable("replyTo") ReturnAddress replyTo) {
        exchange.setVariable("channel", replyTo.channel());
        exchange.setVariable("address", replyTo.address());
        replyTo.correlation().ifPresent(correlation -> exchange.setVariable("correlation", correlation));
    }

    /** A line in the log, without a word of the message, where not even its failure could be treated: the broker has it still. */
    private static final class Untreated extends SynchronizationAdapter {

        @Override
        public void onFailure(Exchange exchange) {
            if (exchange.getException() != null) {
                LOG.error("A message of queue {} is left to the broker: {}", exchange.getVariable("queue"),
                        exchange.getException().getClass().getName());
            }
        }
    }

    private static Failure refused(String rule, String sentence) {
        return Failure.refused("invalid-request", List.of(Violation.of("", rule, sentence)));
    }
}
