package io.eidroutes.consent;

import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** What is done now and then: notes of delivery, callers whose answer another node brought, retention. */
final class Housekeeping {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final WaitingCallers callers;
    private final Deliveries deliveries;
    private final Retention retention;
    private final ConsentSettings.Keep keep;

    Housekeeping(WaitingCallers callers, Deliveries deliveries, Retention retention, ConsentSettings.Keep keep) {
        this.callers = callers;
        this.deliveries = deliveries;
        this.retention = retention;
        this.keep = keep;
    }

    /** Once more at the end: what was noted in the last second. */
    @PreDestroy
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
        Erased erased = retention.erase(keep.answers(), keep.ids(), keep.quarantine());
        if (erased.responses() + erased.answers() + erased.claims() > 0) {
            LOG.info("Over their time: {} responses ({} of them never delivered), {} messages of SMEV, {} claims",
                    erased.responses(), erased.undelivered(), erased.answers(), erased.claims());
        }
    }
}
