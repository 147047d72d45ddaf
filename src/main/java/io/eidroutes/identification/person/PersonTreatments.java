package io.eidroutes.identification.person;

import io.eidroutes.failure.Catalogue;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.FailureSummary;
import io.eidroutes.failure.Family;
import io.eidroutes.failure.Kind;
import io.eidroutes.failure.ProblemAnswers;
import io.eidroutes.failure.Treatments;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Executes the treatment that a branch chose; it never chooses one. What a treatment means depends on where the failure
 * happened: at the door (the caller gets a problem document), while a person is being fetched, or while a result is
 * being delivered (both have a lease).
 */
public final class PersonTreatments implements Treatments {

    /** The variable {@code job} of the messages that these treatments are for. */
    public static final String JOB = "personal-data";

    private static final Logger LOG = LoggerFactory.getLogger(PersonTreatments.class);
    /** Stands for a code that the catalogue does not know, where a code is logged or kept in the clear. */
    private static final String UNDOCUMENTED = "other";
    /** Nothing of a request can have arrived. */
    private static final Set<String> NOT_SENT = Set.of(
            "unknown-host", "connection-refused", "connect-timeout", "tls-failure", "pool-timeout");

    private final FetchQueue fetches;
    private final DeliveryQueue deliveries;
    private final PersonalDataWork work;
    private final ExchangedCodes codes;
    private final Catalogue catalogue;
    private final ProblemAnswers problems;
    private final CoidSettings.Fetch fetching;
    private final DeliverySettings delivering;

    PersonTreatments(FetchQueue fetches, DeliveryQueue deliveries, PersonalDataWork work, ExchangedCodes codes,
            Catalogue catalogue, ProblemAnswers problems, CoidSettings.Fetch fetching, DeliverySettings delivering) {
        this.fetches = fetches;
        this.deliveries = deliveries;
        this.work = work;
        this.codes = codes;
        this.catalogue = catalogue;
        this.problems = problems;
        this.fetching = fetching;
        this.delivering = delivering;
    }

    @Override
    public String job() {
        return JOB;
    }

    @Override
    public void answerCaller(Exchange exchange) {
        end(exchange);
    }

    @Override
    public void askUser(Exchange exchange) {
        end(exchange);
    }

    @Override
    public void tellOperator(Exchange exchange) {
        alert(exchange);
        end(exchange);
    }

    @Override
    public void keepUnknown(Exchange exchange) {
        tellOperator(exchange);
    }

    @Override
    public void endClaim(Exchange exchange) {
        tellOperator(exchange);
    }

    /** What came is of no use to anybody: nothing of it is kept. */
    @Override
    public void alertSecurity(Exchange exchange) {
        LOG.error("A sign of tampering: {} {}, identification {}", failure(exchange).family().label(),
                known(failure(exchange)), exchange.getVariable("identificationId"));
        end(exchange);
    }

    @Override
    public void noteForOperator(Exchange exchange) {
        alert(exchange);
    }

    @Override
    public void ignore(Exchange exchange) {
        LOG.debug("Ignored: {} {}", failure(exchange).family().label(), known(failure(exchange)));
    }

    @Override
    public void retrySameMessage(Exchange exchange) {
        LeasedFetch fetch = fetch(exchange);
        LeasedDelivery delivery = delivery(exchange);
        if (fetch != null) {
            fetches.retry(fetch, pause(fetching.retryFirst(), fetching.retryMost(), fetch.tries()));
        } else if (delivery != null) {
            deliveries.retry(delivery, pause(delivering.retryFirst(), delivering.retryMost(), delivery.tries()));
        } else {
            end(exchange);
        }
    }

    @Override
    public void retryLater(Exchange exchange) {
        alert(exchange);
        LeasedFetch fetch = fetch(exchange);
        if (fetch != null) {
            fetches.retry(fetch, fetching.retryLater());
        } else {
            retrySameMessage(exchange);
        }
    }

    /** Asking has no id that could be another one. */
    @Override
    public void reissueMessage(Exchange exchange) {
        retrySameMessage(exchange);
    }

    /** Asking leaves nothing behind that could have arrived before. */
    @Override
    public void treatAsSent(Exchange exchange) {
        retrySameMessage(exchange);
    }

    /** Answers of the adapter are not kept aside: they are asked for again. */
    @Override
    public void quarantineAnswer(Exchange exchange) {
        retryLater(exchange);
    }

    private void end(Exchange exchange) {
        LeasedFetch fetch = fetch(exchange);
        LeasedDelivery delivery = delivery(exchange);
        Failure failure = failure(exchange);
        if (fetch != null) {
            FailureSummary summary = new FailureSummary(failure.family(), known(failure), kind(exchange),
                    exchange.getVariable("retryable", Boolean.class));
            fetches.failed(fetch, summary, failure.reported(), failure.family() == Family.COID);
            LOG.info("Identification {}: failed", fetch.id());
            work.ended(fetch.id());
        } else if (delivery != null) {
            deliveries.giveUp(delivery);
            LOG.warn("Identification {}: {} is not delivered to client {} any more", delivery.id(), delivery.state(),
                    delivery.client());
        } else {
            if (nothingWasSent(exchange, failure)) {
                codes.forget(exchange.getVariable("notedCode", String.class));
            }
            problems.answer(exchange);
        }
    }

    /** A code that certainly did not leave may be sent when the caller tries again. */
    private static boolean nothingWasSent(Exchange exchange, Failure failure) {
        boolean withoutKeys = failure.family() == Family.ID_TOKEN && failure.code().equals("keys-unavailable")
                && exchange.getVariable("tokens") == null;
        return exchange.getVariable("notedCode") != null
                && (withoutKeys || failure.family() == Family.TRANSPORT && NOT_SENT.contains(failure.code()));
    }

    private static Duration pause(Duration first, Duration most, int tries) {
        long pause = Math.min(most.toMillis(), first.toMillis() << Math.min(tries, 20));
        // Full pause halved at random, so that those which failed together do not come back together.
        return Duration.ofMillis(pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1));
    }

    private void alert(Exchange exchange) {
        Failure failure = failure(exchange);
        LOG.warn("For the operator: {} {}, identification {}", failure.family().label(), known(failure),
                exchange.getVariable("identificationId"));
    }

    /** A code that no document names is somebody else's text: it goes to the caller and nowhere else. */
    private String known(Failure failure) {
        return catalogue.knows(failure.family(), failure.code()) ? failure.code() : UNDOCUMENTED;
    }

    private static LeasedFetch fetch(Exchange exchange) {
        return exchange.getVariable("fetch", LeasedFetch.class);
    }

    private static LeasedDelivery delivery(Exchange exchange) {
        return exchange.getVariable("delivery", LeasedDelivery.class);
    }

    private static Failure failure(Exchange exchange) {
        return exchange.getVariable("failure", Failure.class);
    }

    private static Kind kind(Exchange exchange) {
        return Kind.valueOf(exchange.getVariable("kind", String.class).toUpperCase(Locale.ROOT));
    }
}
