package io.eidroutes.identification.browser;

import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import io.eidroutes.identification.AttemptStore;
import io.eidroutes.identification.IdentificationSettings;
import io.eidroutes.identification.IdentificationStore;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Ends what nobody will end: identifications without a callback, and attempts whose process ended while it exchanged
 * their code. Each goes through {@code routes/identification/expire.camel.yaml}, so that it fails like any other.
 */
public final class OverdueIdentifications {

    private static final Logger LOG = LoggerFactory.getLogger(OverdueIdentifications.class);
    private static final int BATCH = 100;
    /** Longer than ending one takes. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final AttemptStore attempts;
    private final IdentificationStore identifications;
    private final IdentificationSettings settings;
    private final CamelContext camel;
    private final ProducerTemplate routes;

    OverdueIdentifications(AttemptStore attempts, IdentificationStore identifications, IdentificationSettings settings,
            CamelContext camel) {
        this.attempts = attempts;
        this.identifications = identifications;
        this.settings = settings;
        this.camel = camel;
        this.routes = camel.createProducerTemplate();
    }

    @Scheduled(fixedDelayString = "${eid.identification.sweep:10s}")
    void sweep() {
        if (camel.getStatus().isStarted()) {
            attempts.leaseInterrupted(BATCH, settings.exchangeTimeout())
                    .forEach(left -> end(left.identification(), Optional.of(left.stateDigest())));
            attempts.leaseOverdue(BATCH, LEASE).forEach(id -> end(id, Optional.empty()));
            int forgotten = identifications.forget(settings.keep());
            if (forgotten > 0) {
                LOG.info("Over their time: {} identifications", forgotten);
            }
        }
    }

    private void end(UUID identification, Optional<String> attempt) {
        Exchange ended = routes.send("direct:expire-identification", exchange -> {
            exchange.setVariable("identificationId", identification);
            attempt.ifPresent(digest -> exchange.setVariable("attemptDigest", digest));
        });
        if (ended.getException() != null) {
            LOG.error("Identification {} is ended later: {}", identification, ended.getException().getClass().getName());
        }
    }

    /**
     * The step of the route.
     *
     * @throws Failure aitu-authorization {@code EID-EXPIRED}, {@code EID-INTERRUPTED}; always one of them
     */
    public void fail(@Variable("attemptDigest") String attempt) {
        throw Failure.of(Family.AITU_AUTHORIZATION, attempt == null ? "EID-EXPIRED" : "EID-INTERRUPTED");
    }
}
