package io.eidroutes.identification.person;

import io.eidroutes.delivery.DeliverySettings;
import io.eidroutes.failure.Arrival;
import io.eidroutes.failure.Catalogue;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.FailureSummary;
import io.eidroutes.failure.Family;
import io.eidroutes.failure.ProblemAnswers;
import io.eidroutes.failure.Treatments;
import io.eidroutes.file.FileRefusals;
import io.eidroutes.store.Backoff;
import io.eidroutes.store.LeaseLost;
import java.time.Duration;
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
    private final FetchQueue fetches;
    private final DeliveryQueue deliveries;
    private final PersonalDataWork work;
    private final ExchangedCodes codes;
    private final Catalogue catalogue;
    private final ProblemAnswers problems;
    private final FileRefusals files;
    private final Duration retryLater;
    private final Backoff fetchBackoff;
    private final Backoff deliveryBackoff;

    PersonTreatments(FetchQueue fetches, DeliveryQueue deliveries, PersonalDataWork work, ExchangedCodes codes,
            Catalogue catalogue, ProblemAnswers problems, FileRefusals files, CoidSettings.Fetch fetching, DeliverySettings delivering) {
        this.fetches = fetches;
        this.deliveries = deliveries;
        this.work = work;
        this.codes = codes;
        this.catalogue = catalogue;
        this.problems = problems;
        this.files = files;
        this.retryLater = fetching.retryLater();
        this.fetchBackoff = new Backoff(fetching.retryFirst(), fetching.retryMost());
        this.deliveryBackoff = new Backoff(delivering.retryFirst(), delivering.retryMost());
    }

    @Override
    public String job() {
        return JOB;
    }

    @Override
    public void noteForOperator(Exchange exchange) {
        goOn(exchange);
    }

    @Override
    public void ignore(Exchange exchange) {
        goOn(exchange);
    }

    /** Work that is held is given back to be done; a caller at the door has to have an answer. */
    private void goOn(Exchange exchange) {
        if (LeaseLost.is(failure(exchange))) {
            return;
        }
        if (fetch(exchange) != null || delivery(exchange) != null) {
            retrySameMessage(exchange);
        } else {
            end(exchange);
        }
    }

    @Override
    public void retrySameMessage(Exchange exchange) {
        LeasedFetch fetch = fetch(exchange);
        LeasedDelivery delivery = delivery(exchange);
        if (fetch != null) {
            fetches.retry(fetch, fetchBackoff.pause(fetch.tries()));
        } else if (delivery != null) {
            deliveries.retry(delivery, deliveryBackoff.pause(delivery.tries()));
        } else if (!files.again(exchange)) {
            end(exchange);
        }
    }

    @Override
    public void retryLater(Exchange exchange) {
        LeasedFetch fetch = fetch(exchange);
        if (fetch != null) {
            fetches.retry(fetch, retryLater);
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

    /** Of an answer that is of no use to anybody nothing is kept. */
    @Override
    public void end(Exchange exchange) {
        if (files.refuse(exchange)) {
            return;
        }
        LeasedFetch fetch = fetch(exchange);
        LeasedDelivery delivery = delivery(exchange);
        Failure failure = failure(exchange);
        if (fetch != null) {
            fetches.failed(fetch, FailureSummary.of(exchange, catalogue), failure.reported(), failure.family() == Family.COID);
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
    private boolean nothingWasSent(Exchange exchange, Failure failure) {
        boolean withoutKeys = failure.family() == Family.ID_TOKEN && failure.code().equals("keys-unavailable")
                && exchange.getVariable("tokens") == null;
        return exchange.getVariable("notedCode") != null
                && (withoutKeys || failure.family() == Family.TRANSPORT
                        && catalogue.find(failure.family(), failure.code()).arrived() == Arrival.NO);
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
}
