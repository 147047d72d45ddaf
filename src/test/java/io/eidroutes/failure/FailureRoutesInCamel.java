package io.eidroutes.failure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** The shipped failure routes in a Camel context of their own, without Spring. */
final class FailureRoutesInCamel implements AutoCloseable {

    /** What {@code eid.smev.unknown-fault-tries} is set to. */
    static final int TRIES = 3;

    private final DefaultCamelContext camel = new DefaultCamelContext();

    FailureRoutesInCamel(String signatureFaults) {
        Properties settings = new Properties();
        settings.setProperty("eid.smev.signature-faults", signatureFaults);
        settings.setProperty("eid.smev.unknown-fault-tries", String.valueOf(TRIES));
        camel.getPropertiesComponent().setInitialProperties(settings);
    }

    /** The routers with, in place of every treatment, a route that notes its name in the variable {@code reached}. */
    static FailureRoutesInCamel withNotedTreatments() throws Exception {
        FailureRoutesInCamel routes = new FailureRoutesInCamel("wait");
        routes.loadRouters();
        routes.add(new RouteBuilder() {
            @Override
            public void configure() {
                FailureRoute.treatments().forEach(treatment ->
                        from("direct:" + treatment).setVariable("reached", constant(treatment)));
            }
        });
        routes.noteRecording();
        routes.camel.start();
        return routes;
    }

    /** The routers and the treatments, with that bean as {@code treatments}. */
    static FailureRoutesInCamel withTreatments(String signatureFaults, Object treatments) throws Exception {
        FailureRoutesInCamel routes = new FailureRoutesInCamel(signatureFaults);
        routes.camel.getRegistry().bind("treatments", treatments);
        routes.loadRouters();
        for (String treatment : FailureRoute.treatments()) {
            routes.load(treatment);
        }
        routes.noteRecording();
        routes.camel.start();
        return routes;
    }

    /** Adds routes to a context that runs already. */
    void add(RoutesBuilder builder) throws Exception {
        camel.addRoutes(builder);
    }

    /** Hands a failure to the entry of the routers, as the one {@code onException} does. */
    Exchange fail(String family, String code) {
        return send("direct:route-failure", Map.of("failureFamily", family, "failureCode", code));
    }

    /** The same for a message that has failed so many times already. */
    Exchange fail(String family, String code, int failedTries) {
        return send("direct:route-failure",
                Map.of("failureFamily", family, "failureCode", code, "failedTries", failedTries));
    }

    Exchange send(String uri, Map<String, Object> variables) {
        try (ProducerTemplate template = camel.createProducerTemplate()) {
            return template.send(uri, exchange -> variables.forEach(exchange::setVariable));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public void close() {
        camel.stop();
    }

    private void loadRouters() throws Exception {
        load("route-failure");
        for (Family family : FailureRoute.routedFamilies()) {
            load("route-" + family + "-failure");
        }
    }

    private void noteRecording() throws Exception {
        add(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:record-failure").setVariable("recorded", constant(true));
            }
        });
    }

    private void load(String route) throws Exception {
        Path file = FailureRoute.FOLDER.resolve(route + ".camel.yaml");
        Resource resource = ResourceHelper.resolveMandatoryResource(camel, "file:" + file);
        PluginHelper.getRoutesLoader(camel).loadRoutes(resource);
    }
}
