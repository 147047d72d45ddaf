package io.eidroutes.identification.person;

import io.eidroutes.failure.Failure;
import io.eidroutes.http.BoundedHttpClient;
import io.eidroutes.http.TransportFailures;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/**
 * The calls to the ЦОИД adapter and to webhooks. Each raises a {@link Failure} of the calling route: these routes have
 * no error handler of their own. Headers are dropped before and after each call, so that neither side's headers reach
 * the other.
 */
final class PersonRoutes extends RouteBuilder {

    static final String ADAPTER_CLIENT_BEAN = "coidHttpClient";
    private static final int ENDPOINTS = 100;

    private final CoidSettings settings;
    private final AdapterCall adapter;
    private final WebhookCall webhook;

    PersonRoutes(CoidSettings settings, AdapterCall adapter, WebhookCall webhook) {
        this.settings = settings;
        this.adapter = adapter;
        this.webhook = webhook;
    }

    @Override
    public void configure() {
        from("direct:coid-personal-data").routeId("coid-personal-data").errorHandler(noErrorHandler())
                .description("In: variables iin and requestId. Out: body = the COID adapter's answer, a JSON object that "
                        + "holds a person. Raises coid and transport failures.")
                .removeHeaders("*")
                .process(adapter::write)
                .doTry()
                    .to(BoundedHttpClient.endpoint(settings.url(), ADAPTER_CLIENT_BEAN))
                .doCatch(IOException.class)
                    .process(PersonRoutes::raiseTransportFailure)
                .end()
                .process(adapter::read)
                .removeHeaders("*");

        from("direct:call-webhook").routeId("call-webhook").errorHandler(noErrorHandler())
                .description("In: variable delivery; body = the document. Out: nothing; the client's webhook has it. "
                        + "Raises transport failures.")
                .removeHeaders("*")
                .process(webhook::write)
                .doTry()
                    .to("direct:post-to-webhook")
                .doCatch(IOException.class)
                    .process(PersonRoutes::raiseTransportFailure)
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
