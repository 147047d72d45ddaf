package io.eidroutes.failure;

import io.eidroutes.store.StoreAway;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Names a failure for the routers, and counts and logs it once it was treated. */
public final class Failures {

    /** The variable that tells one failure from another. */
    public static final String ID = "failureId";
    /** The header of an answer, and the member of a meta file, that names the failure; with underscores, the JMS property. */
    public static final String ID_HEADER = "EID-Failure-Id";

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Catalogue catalogue;
    private final MeterRegistry meters;

    public Failures(Catalogue catalogue, MeterRegistry meters) {
        this.catalogue = catalogue;
        this.meters = meters;
    }

    /** From the caught exception to the variables {@code failure}, {@code failureFamily} and {@code failureCode}. */
    public void describe(Exchange exchange) {
        Throwable caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        name(exchange, failureIn(caught));
    }

    /**
     * Sets the variables that the routers branch on, for a failure that no exception brought; and {@code failureId}, by
     * which whoever gets the failure and whoever reads the log speak of the same one.
     */
    public static void name(Exchange exchange, Failure failure) {
        exchange.setVariable("failure", failure);
        exchange.setVariable(ID, UUID.randomUUID().toString());
        exchange.setVariable("failureFamily", failure.family().label());
        exchange.setVariable("failureCode", failure.code());
        if (exchange.getVariable("failedTries") == null) {
            exchange.setVariable("failedTries", 0);
        }
    }

    /**
     * One line in the log and one more in {@code eid_failures_total}; an undocumented code counts as {@code other}. In:
     * variables failure, failureId and kind, and claimId or identificationId if it is about one.
     */
    public void record(Exchange exchange) {
        Failure failure = exchange.getVariable("failure", Failure.class);
        String kind = exchange.getVariable("kind", String.class);
        String code = catalogue.codeInTheClear(failure);
        meters.counter("eid.failures", "family", failure.family().label(), "code", code, "kind", kind).increment();
        Object identification = exchange.getVariable("identificationId");
        Object claim = exchange.getVariable("claimId");
        LOG.info("Failure {} {}, kind {}, {} {}, failure {}", failure.family().label(), code, kind,
                identification == null ? "claim" : "identification",
                Stream.of(claim, identification).filter(Objects::nonNull).findFirst().orElse("none"), exchange.getVariable(ID));
    }

    /** Only counts it, where a line for each would let a caller fill the log. */
    public void count(Family family, String code) {
        meters.counter("eid.failures", "family", family.label(), "code", catalogue.codeInTheClear(Failure.of(family, code)),
                "kind", catalogue.find(family, code).kind().label()).increment();
    }

    private static Failure failureIn(Throwable caught) {
        for (Throwable t = caught; t != null; t = t.getCause()) {
            if (t instanceof Failure failure) {
                return failure;
            }
        }
        if (StoreAway.is(caught)) {
            return Failure.of(Family.TRANSPORT, "EID-STORE-UNREACHABLE");
        }
        // A defect of ours, or of what we stand on. Its message could quote a body; where it came from will do.
        LOG.error("Unexpected {} at {}", caught.getClass().getName(), Arrays.stream(caught.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("io.eidroutes.")).findFirst()
                .or(() -> Arrays.stream(caught.getStackTrace()).findFirst())
                .map(StackTraceElement::toString).orElse("an unknown place"));
        return Failure.of(Family.TRANSPORT, "internal-error");
    }
}
