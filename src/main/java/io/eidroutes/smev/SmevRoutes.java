package io.eidroutes.smev;

import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import io.eidroutes.http.TransportFailures;
import java.io.IOException;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpMethods;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The three calls to СМЭВ; {@link SmevPollers} makes them for the queue. Each call takes a signed envelope or what it needs to build one
 * and raises a {@link Failure} of the calling route: these routes have no error handler of their own.
 *
 * <p>Headers are dropped before and after each call, so that neither side's headers reach the other.
 */
final class SmevRoutes extends RouteBuilder {

    private static final String CALL = "direct:smev-call";
    /** The NodeID that is polled in the place of a silent node; an empty one is none. */
    static final String NODE_ID = "nodeId";

    private final SmevSettings settings;
    private final Envelopes envelopes;
    private final SoapReplies replies;
    private final SignatureVerifier verifier;
    private final PollYield polls;

    SmevRoutes(SmevSettings settings, Envelopes envelopes, SoapReplies replies, SignatureVerifier verifier, PollYield polls) {
        this.settings = settings;
        this.envelopes = envelopes;
        this.replies = replies;
        this.verifier = verifier;
        this.polls = polls;
    }

    @Override
    public void configure() {
        from("direct:smev-send-request").routeId("smev-send-request").errorHandler(noErrorHandler())
                .description("In: body = signed SendRequest envelope. Out: nothing; SMEV has queued it. "
                        + "Raises smev-fault and transport failures.")
                .setVariable("soapAction", constant("urn:SendRequest"))
                .to(CALL)
                .process(this::readSendRequestReply);

        from("direct:smev-get-response").routeId("smev-get-response").errorHandler(noErrorHandler())
                .routePolicy(polls)
                .description("In: variable nodeId where it is not our own that is asked for. Out: body = the ResponseMessage element, or null when the queue is empty; "
                        + "variable answer = it in hand. Raises smev-fault and transport failures.")
                .setBody(exchange -> envelopes.getResponse(askedFor(exchange)))
                .setVariable("soapAction", constant("urn:GetResponse"))
                .to(CALL)
                .process(this::readGetResponseReply);

        from("direct:smev-read-answer").routeId("smev-read-answer").errorHandler(noErrorHandler())
                .description("In: body = an answer to GetResponse that was kept as it came. Out: as of smev-get-response. "
                        + "Raises smev-fault and transport failures.")
                .setVariable("answerType", constant(""))
                .process(this::readGetResponseReply);

        from("direct:smev-ack").routeId("smev-ack").errorHandler(noErrorHandler())
                .description("In: variable responseId = the MessageId of the response; accepted = false says that its "
                        + "signature did not verify. Out: nothing. "
                        + "Raises smev-fault and transport failures.")
                .setBody(exchange -> envelopes.ack(exchange.getVariable("responseId", String.class),
                        exchange.getVariable("accepted", true, Boolean.class)))
                .setVariable("soapAction", constant("urn:Ack"))
                .to(CALL)
                .process(this::readFault);

        from(CALL).routeId("smev-call").errorHandler(noErrorHandler())
                .description("In: body = envelope, variable soapAction. Out: body = the answer's bytes, variable answerType.")
                .removeHeaders("*")
                .setHeader(Exchange.HTTP_METHOD, constant(HttpMethods.POST))
                .setHeader(Exchange.CONTENT_TYPE, constant("text/xml; charset=UTF-8"))
                .setHeader("SOAPAction", simple("\"${variable.soapAction}\""))
                .doTry()
                    .to(SmevConfiguration.endpointUri(settings))
                    .process(SmevHttp::readAnswer)
                .doCatch(IOException.class)
                    .process(SmevRoutes::raiseTransportFailure)
                .end()
                .removeHeaders("*");
    }

    private Optional<String> askedFor(Exchange exchange) {
        Optional<String> other = Optional.ofNullable(exchange.getVariable(NODE_ID, String.class));
        return other.isPresent() ? other.filter(nodeId -> !nodeId.isEmpty()) : settings.nodeId();
    }

    private void readSendRequestReply(Exchange exchange) {
        Document reply = readFault(exchange);
        verifier.verifySendRequestReply(reply);
        replies.sendRequestReply(reply);
    }

    private void readGetResponseReply(Exchange exchange) {
        byte[] raw = exchange.getMessage().getBody(byte[].class);
        // Before it is read: what cannot be read is kept aside too.
        AnswerInHand.take(exchange, raw);
        Optional<Element> message = replies.responseMessage(readFault(exchange));
        if (message.isEmpty()) {
            exchange.removeVariable(AnswerInHand.VARIABLE);
        }
        exchange.getMessage().setBody(message.orElse(null));
    }

    private Document readFault(Exchange exchange) {
        Document reply = replies.parse(Optional.of(exchange.getVariable("answerType", String.class)),
                exchange.getMessage().getBody(byte[].class));
        replies.fault(reply).ifPresent(fault -> {
            throw failureOf(fault);
        });
        return reply;
    }

    private static Failure failureOf(SoapFault fault) {
        String text = fault.description().isBlank() ? fault.faultString() : fault.description();
        if (fault.name().isEmpty()) {
            return Failure.reported(Family.SMEV_FAULT, "no-detail", "soap:Fault", text);
        }
        return Failure.reported(Family.SMEV_FAULT, fault.name(), fault.name(), text);
    }

    private static void raiseTransportFailure(Exchange exchange) {
        throw TransportFailures.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, IOException.class));
    }
}
