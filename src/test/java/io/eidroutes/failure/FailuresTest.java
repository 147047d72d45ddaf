package io.eidroutes.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Collection;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What is counted and logged of a failure: as many series as the catalogue has codes, and no word of others. */
@ExtendWith(OutputCaptureExtension.class)
class FailuresTest {

    private static final Catalogue CATALOGUE = Catalogue.load();

    private final CamelContext camel = new DefaultCamelContext();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Failures failures = new Failures(CATALOGUE, meters);

    @ParameterizedTest
    @EnumSource(Family.class)
    void whenAThousandCodesAreInventedThenTheyAreOneSeries(Family family, CapturedOutput log) {
        for (int i = 0; i < 1000; i++) {
            record(Failure.reported(family, "INVENTED-" + i, "INVENTED-" + i, "invented words"), Kind.UNKNOWN);
        }

        assertThat(series()).singleElement().satisfies(one -> {
            assertThat(one.getId().getTag("family")).isEqualTo(family.label());
            assertThat(one.getId().getTag("code")).isEqualTo("other");
            assertThat(one.getId().getTag("kind")).isEqualTo("unknown");
            assertThat(one.count()).isEqualTo(1000);
        });
        assertThat(log.getAll()).contains("Failure " + family + " other, kind unknown").doesNotContain("INVENTED", "invented");
    }

    @Test
    void whenEveryFailureHappensAndAnyCodeIsInventedThenThereAreAsManySeriesAsEntries() {
        for (int round = 0; round < 3; round++) {
            for (CatalogueEntry entry : CATALOGUE.entries()) {
                record(Failure.of(entry.family(), entry.code()), entry.kind());
                record(Failure.of(entry.family(), entry.code() + round), Kind.UNKNOWN);
            }
        }

        assertThat(series()).hasSize(CATALOGUE.entries().size());
    }

    @Test
    void whenOnlyCountedThenAnInventedCodeIsAnotherToo() {
        failures.count(Family.ESIA, "ESIA-1");
        failures.count(Family.ESIA, "ESIA-2");

        assertThat(series()).singleElement().satisfies(one -> assertThat(one.getId().getTag("code")).isEqualTo("other"));
    }

    private void record(Failure failure, Kind kind) {
        Exchange exchange = new DefaultExchange(camel);
        Failures.name(exchange, failure);
        exchange.setVariable("kind", kind.label());
        failures.record(exchange);
    }

    private Collection<Counter> series() {
        return meters.find("eid.failures").counters();
    }
}
