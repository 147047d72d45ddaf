package io.eidroutes.consent;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** What is done now and then: notes of delivery, callers whose answer another node brought, erasure. */
final class Housekeeping {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final WaitingCallers callers;
    private final Deliveries deliveries;
    private final ClaimErasure erasure;
    private final ConsentSettings.Keep keep;

    Housekeeping(WaitingCallers callers, Deliveries deliveries, ClaimErasure erasure, ConsentSettings.Keep keep) {
        this.callers = callers;
        this.deliveries = deliveries;
        this.erasure = erasure;
        this.keep = keep;
    }

    @Scheduled(fixedDelayString = "${eid.consent.dispatch.interval:1s}")
    void writeDeliveries() {
        deliveries.write();
    }

    @Scheduled(fixedDelayString = "${eid.consent.dispatch.interval:1s}")
    void lookUpAnswers() {
        callers.lookUp();
    }

    @Scheduled(fixedDelayString = "${eid.consent.keep.sweep:10m}")
    void erase() {
        Erased erased = erasure.erase(keep.answers(), keep.ids());
        if (erased.contents() > 0 || erased.claims() > 0) {
            LOG.info("Erased the contents of {} answers and {} claims that were over their time", erased.contents(), erased.claims());
        }
    }
}
