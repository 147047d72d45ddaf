package io.eidroutes.http;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Predicate;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The circuit breakers of the upstreams, each by a name that is a setting's and never a request's. Their states are the
 * metric {@code resilience4j_circuitbreaker_state}.
 */
public final class Breakers {

    private static final Logger LOG = LoggerFactory.getLogger(Breakers.class);
    private static final int TRIALS = 2;

    private final CircuitBreakerRegistry registry = CircuitBreakerRegistry.ofDefaults();

    public Breakers(MeterRegistry meters) {
        registry.getEventPublisher().onEntryAdded(added -> {
            CircuitBreaker breaker = added.getAddedEntry();
            breaker.getEventPublisher().onStateTransition(event -> LOG.warn("The breaker of {} is now {}", breaker.getName(),
                    event.getStateTransition().getToState()));
        });
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(registry).bindTo(meters);
    }

    /** One breaker for all calls of a client. */
    public Breaker ofUpstream(String upstream, BreakerSettings settings, Predicate<ClassicHttpResponse> failed) {
        CircuitBreaker breaker = breaker(upstream, settings);
        return new Breaker((target, path) -> breaker, failed);
    }

    /** A breaker for each path of an upstream, named by the path's last part: one can fail without the others. */
    public Breaker ofPaths(String upstream, BreakerSettings settings, Predicate<ClassicHttpResponse> failed) {
        return new Breaker((target, path) -> breaker(upstream + "-" + path.substring(path.lastIndexOf('/') + 1), settings), failed);
    }

    /** A breaker for each host: they have nothing to do with each other. */
    public Breaker ofHosts(String upstream, BreakerSettings settings, Predicate<ClassicHttpResponse> failed) {
        return new Breaker((target, path) -> breaker(upstream + "-" + target.toHostString(), settings), failed);
    }

    /** Whether calls go through without reserve; also if that upstream was never called. */
    public boolean closed(String upstream) {
        return registry.find(upstream).map(breaker -> breaker.getState() == CircuitBreaker.State.CLOSED).orElse(true);
    }

    /** Whether calls to that upstream, or to one of its paths or hosts, are not made for now. */
    public boolean open(String upstream) {
        return registry.getAllCircuitBreakers().stream()
                .filter(breaker -> breaker.getName().equals(upstream) || breaker.getName().startsWith(upstream + "-"))
                .anyMatch(breaker -> breaker.getState() == CircuitBreaker.State.OPEN);
    }

    /** Runs that whenever the upstream answers again. */
    public void whenClosed(String upstream, Runnable then) {
        registry.find(upstream).orElseThrow(() -> new IllegalArgumentException("There is no breaker " + upstream + "."))
                .getEventPublisher().onStateTransition(event -> {
                    if (event.getStateTransition().getToState() == CircuitBreaker.State.CLOSED) {
                        then.run();
                    }
                });
    }

    private CircuitBreaker breaker(String name, BreakerSettings settings) {
        return registry.circuitBreaker(name, () -> CircuitBreakerConfig.custom()
                .slidingWindowSize(settings.window()).minimumNumberOfCalls(settings.window())
                .failureRateThreshold(settings.failureRate())
                .waitDurationInOpenState(settings.pause())
                .permittedNumberOfCallsInHalfOpenState(TRIALS)
                .build());
    }
}
