package io.eidroutes.identification.person;

import io.eidroutes.failure.Failure;
import io.eidroutes.http.BoundedHttpClient;
import io.eidroutes.http.TransportFailures;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/**
 * The call to the ЦОИД adapter. It raises a {@link Failure} of the calling route: it has no error handler of its own.
 * Headers are dropped before and after it, so that neither side's headers reach the other.
 */
final class PersonRoutes extends RouteBuilder {

    static final String ADAPTER_CLIENT_BEAN = "coidHttpClient";

    private final CoidSettings settings;
    private final AdapterCall adapter;

    PersonRoutes(CoidSettings settings, AdapterCall adapter) {
        this.settings = settings;
        this.adapter = adapter;
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
    }

    private static void raiseTransportFailure(Exchange exchange) {
        throw TransportFailures.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, IOException.class));
    }
}
