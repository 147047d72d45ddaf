package io.eidroutes.trace;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.MDC;

/**
 * One piece of work is one trace, wherever its steps run: each step that takes it up again, after the store, a queue or
 * СМЭВ, is a span in the trace that it came with. While a step runs, every line of the log has the trace, and the claim or
 * the identification, as members of their own.
 */
public final class Traces {

    private final Tracer tracer;
    private final Propagator propagator;

    Traces(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** Nothing is traced. */
    public static Traces none() {
        return new Traces(Tracer.NOOP, Propagator.NOOP);
    }

    /**
     * What a step works for.
     *
     * @param of {@code claim} or {@code identification}
     * @param id its id
     */
    public record Subject(String of, Object id) {

        public static Subject claim(Object id) {
            return new Subject("claim", id);
        }

        public static Subject identification(Object id) {
            return new Subject("identification", id);
        }
    }

    /** Where this thread stands; empty outside of any trace. */
    public Optional<TraceParent> current() {
        Map<String, String> carrier = new HashMap<>();
        Optional.ofNullable(tracer.currentTraceContext().context())
                .ifPresent(context -> propagator.inject(context, carrier, Map::put));
        return TraceParent.read(Optional.ofNullable(carrier.get(TraceParent.NAME)));
    }

    /** Does the step within a span of its own. */
    public void within(String step, Optional<TraceParent> parent, Subject subject, Runnable work) {
        try (Step running = begin(step, parent, Optional.of(subject))) {
            work.run();
        }
    }

    /** Begins the step of a route that a message or a file began; it ends with the exchange. */
    public void follow(Exchange exchange, String step, Optional<TraceParent> parent) {
        follow(exchange, begin(step, parent, Optional.empty()));
    }

    /** Goes on, from here to the end of the exchange, in the trace of what the exchange turned out to be about. */
    public void join(Exchange exchange, String step, Optional<TraceParent> parent, Subject subject) {
        follow(exchange, begin(step, parent, Optional.of(subject)));
    }

    private static void follow(Exchange exchange, Step running) {
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                running.close();
            }
        });
    }

    private Step begin(String name, Optional<TraceParent> parent, Optional<Subject> subject) {
        Span.Builder span = parent.map(from -> propagator.extract(Map.of(TraceParent.NAME, from.text()), Map::get))
                .orElseGet(tracer::spanBuilder).name(name).kind(Span.Kind.CONSUMER);
        subject.ifPresent(about -> span.tag("eid." + about.of(), about.id().toString()));
        Span started = span.start();
        return new Step(started, tracer.withSpan(started), subject.map(about -> MDC.putCloseable(about.of(), about.id().toString())));
    }

    /** Is closed by the thread that began it. */
    private record Step(Span span, Tracer.SpanInScope scope, Optional<MDC.MDCCloseable> named) implements AutoCloseable {
        @Override
        public void close() {
            named.ifPresent(MDC.MDCCloseable::close);
            scope.close();
            span.end();
        }
    }
}
