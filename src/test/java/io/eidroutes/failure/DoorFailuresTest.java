package io.eidroutes.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A call that may not pass is refused whether or not there is a route to say how. */
@ExtendWith(OutputCaptureExtension.class)
class DoorFailuresTest {

    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final DoorFailures door = new DoorFailures(camel,
            new ProblemAnswers(CATALOGUE, new ProblemDocuments(CATALOGUE, JSON), Duration.ofSeconds(3)), CATALOGUE,
            new Failures(CATALOGUE, meters));

    @Test
    void whenTheRoutesDoNotStandYetThenTheCallIsRefusedAsTheCatalogueHasIt(CapturedOutput log) throws Exception {
        assertRefused(log);
    }

    @Test
    void whenTheRouterIsBrokenThenTheCallIsRefusedAsTheCatalogueHasIt(CapturedOutput log) throws Exception {
        camel.start();
        try {
            assertRefused(log);
        } finally {
            camel.stop();
        }
    }

    private void assertRefused(CapturedOutput log) throws Exception {
        DoorFailures.Refusal refusal = door.refuse(Failure.of(Family.VALIDATION, "unauthenticated"));

        assertThat(refusal.status()).isEqualTo(401);
        assertThat(refusal.headers()).containsEntry("Content-Type", ProblemDocuments.MEDIA_TYPE);
        assertThat(JSON.readTree(refusal.problem()).path("kind").asText()).isEqualTo("partner");
        assertThat(log.getAll()).contains("Failure validation unauthenticated, kind partner, claim none, failure "
                + refusal.id());
        assertThat(meters.get("eid.failures").counter().count()).isEqualTo(1);
    }
}
