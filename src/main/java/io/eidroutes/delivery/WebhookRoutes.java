package io.eidroutes.delivery;

import io.eidroutes.failure.Failure;
import io.eidroutes.http.TransportFailures;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/**
 * The call of a client's webhook. It raises a {@link Failure} of the calling route: it has no error handler of its own.
 * Headers are dropped before and after it, so that neither side's headers reach the other.
 */
final class WebhookRoutes extends RouteBuilder {

    private static final int ENDPOINTS = 100;

    private final WebhookCall webhook;

    WebhookRoutes(WebhookCall webhook) {
        this.webhook = webhook;
    }

    @Override
    public void configure() {
        from("direct:call-webhook").routeId("call-webhook").errorHandler(noErrorHandler())
                .description("In: variables client and properties, or recipient and messageProperties; body = the document. "
                        + "Out: nothing; the webhook has it. Raises transport failures.")
                .removeHeaders("*")
                .process(webhook::write)
                .doTry()
                    .to("direct:post-to-webhook")
                .doCatch(IOException.class)
                    .process(WebhookRoutes::raiseTransportFailure)
                .end()
                .process(webhook::read)
                .removeHeaders("*");

        // Optimising would take the address, which is a setting's, into headers.
        from("direct:post-to-webhook").routeId("post-to-webhook").errorHandler(noErrorHandler())
                .description("In: body and headers of the request; variable webhook = the endpoint. Out: its answer.")
                .toD().allowOptimisedComponents(false).cacheSize(ENDPOINTS).uri("${variable.webhook}");
    }

    private static void raiseTransportFailure(Exchange exchange) {
        throw TransportFailures.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, IOException.class));
    }
}
