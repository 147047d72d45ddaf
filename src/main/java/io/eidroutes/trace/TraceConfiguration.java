package io.eidroutes.trace;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Traces by W3C Trace Context; where they go is said under {@code management}. */
@Configuration(proxyBeanMethods = false)
class TraceConfiguration {

    /** With {@code management.tracing.enabled=false} there is no propagator, and nothing is traced. */
    @Bean
    Traces traces(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        return new Traces(tracer.getIfAvailable(() -> Tracer.NOOP), propagator.getIfAvailable(() -> Propagator.NOOP));
    }
}
