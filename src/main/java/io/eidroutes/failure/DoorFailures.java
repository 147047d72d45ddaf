package io.eidroutes.failure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a call that is refused before any route, at the login say, to the routers, so that the branch of its code decides
 * there too.
 */
public final class DoorFailures {

    private static final Logger LOG = LoggerFactory.getLogger(DoorFailures.class);
    /** Without waiting for a router that is being edited: the caller is to be refused now. */
    private static final String ROUTER = "direct:route-failure?block=false";

    private final CamelContext camel;
    private final ProblemAnswers problems;
    private final Catalogue catalogue;
    private final Failures failures;

    DoorFailures(CamelContext camel, ProblemAnswers problems, Catalogue catalogue, Failures failures) {
        this.camel = camel;
        this.problems = problems;
        this.catalogue = catalogue;
        this.failures = failures;
    }

    /**
     * What the caller gets.
     *
     * @param status  of HTTP
     * @param headers {@value Failures#ID_HEADER} and those of the document
     * @param problem the document
     */
    public record Refusal(int status, Map<String, String> headers, byte[] problem) {

        /** By which the caller and the log speak of the same failure. */
        public String id() {
            return headers.get(Failures.ID_HEADER);
        }
    }

    /** Has it treated, counted and logged. */
    public Refusal refuse(Failure failure) {
        Exchange call = camel.getEndpoint(ROUTER).createExchange();
        call.setVariable("job", DoorTreatments.JOB);
        call.setVariable("door", "http");
        Failures.name(call, failure);
        if (!routed(call)) {
            treat(call, failure);
        }
        return refusal(call.getMessage());
    }

    private boolean routed(Exchange call) {
        // The server listens before the routes stand.
        if (!camel.isStarted()) {
            return false;
        }
        try (ProducerTemplate routes = camel.createProducerTemplate()) {
            routes.send(ROUTER, call);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (call.getException() != null) {
            LOG.error("A refused call could not be routed: {}", call.getException().getClass().getName());
        }
        return call.getException() == null;
    }

    /** The call is refused all the same, as the catalogue would have it. */
    private void treat(Exchange call, Failure failure) {
        call.setVariable("kind", catalogue.find(failure.family(), failure.code()).kind().label());
        call.setVariable("retryable", false);
        failures.record(call);
        problems.answer(call);
    }

    private static Refusal refusal(Message answer) {
        int status = answer.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        Map<String, String> headers = answer.getHeaders().entrySet().stream()
                .filter(header -> !header.getKey().equals(Exchange.HTTP_RESPONSE_CODE))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, header -> String.valueOf(header.getValue())));
        return new Refusal(status, headers, answer.getBody(byte[].class));
    }
}
