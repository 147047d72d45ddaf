package io.eidroutes.smev;

import io.eidroutes.failure.Failure;
import io.eidroutes.http.BoundedHttpClient;
import io.eidroutes.http.Breakers;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.w3c.dom.Element;

/**
 * The three calls to СМЭВ by the very routes that the application uses, but without pollers, a store or anything else of
 * it. Answers that are fetched are acknowledged only where they answer what was sent; give it a NodeID of its own, so
 * that it gets no others.
 */
public final class SmevTrial implements AutoCloseable {

    private final Envelopes envelopes;
    private final MessageIds messageIds;
    private final SoapReplies replies;
    private final SignatureVerifier verifier;
    private final BoundedHttpClient connections;
    private final CamelContext camel = new DefaultCamelContext();
    private final ProducerTemplate calls;

    /** @throws IllegalArgumentException where a key or a certificate cannot be read */
    public SmevTrial(SmevSettings settings) {
        SmevConfiguration parts = new SmevConfiguration();
        Clock clock = Clock.systemUTC();
        GostProvider gost = parts.gostProvider(settings);
        envelopes = parts.envelopes(settings, parts.signer(settings, gost), clock);
        messageIds = parts.messageIds(clock);
        replies = parts.soapReplies(settings);
        verifier = parts.signatureVerifier(settings, gost, clock);
        MeterRegistry unread = new SimpleMeterRegistry();
        connections = parts.smevConnections(settings, new Breakers(unread));
        try {
            camel.getRegistry().bind("smevHttpClient", parts.smevHttpClient(connections));
            camel.addRoutes(SmevConfiguration.routes(settings, envelopes, replies, verifier, unread));
        } catch (Exception e) {
            throw new IllegalStateException("The routes to SMEV do not stand", e);
        }
        camel.start();
        calls = camel.createProducerTemplate();
    }

    /**
     * Sends a request.
     *
     * @param content the business request as XML
     * @return the MessageID under which СМЭВ has it
     * @throws Failure as the routes raise it
     */
    public UUID send(byte[] content, Instant endOfLife) {
        UUID messageId = messageIds.next();
        call("direct:smev-send-request", exchange -> exchange.getMessage().setBody(envelopes.sendRequest(messageId, content, endOfLife)));
        return messageId;
    }

    /**
     * Polls until there is an answer to that request that is more than a word on how far it is.
     *
     * @return nothing where none came in that time
     * @throws Failure as the routes raise it, or where an answer's signature is not believed
     */
    public Optional<Payload> answerTo(UUID messageId, Duration time, Duration pause) throws InterruptedException {
        Instant end = Instant.now().plus(time);
        while (Instant.now().isBefore(end)) {
            Element message = call("direct:smev-get-response", exchange -> { }).getMessage().getBody(Element.class);
            if (message == null) {
                Thread.sleep(pause.toMillis());
                continue;
            }
            verifier.verifyResponse(message);
            ReceivedResponse response = replies.read(message);
            if (response.originalMessageId().equalsIgnoreCase(messageId.toString())) {
                call("direct:smev-ack", exchange -> exchange.setVariable("responseId", response.messageId()));
                if (response.payload() instanceof Payload.Content || response.payload() instanceof Payload.Rejected) {
                    return Optional.of(response.payload());
                }
            }
        }
        return Optional.empty();
    }

    private Exchange call(String route, Processor prepare) {
        Exchange exchange = calls.request(route, prepare);
        if (exchange.getException() instanceof Failure failure) {
            throw failure;
        }
        if (exchange.getException() != null) {
            throw new IllegalStateException(exchange.getException().getClass().getName());
        }
        return exchange;
    }

    @Override
    public void close() {
        camel.stop();
        connections.close();
    }
}
