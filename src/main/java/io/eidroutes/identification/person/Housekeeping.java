package io.eidroutes.identification.person;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** What is done now and then: those who wait for what another node brought, and retention. */
final class Housekeeping {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final PersonalDataWork work;
    private final ResultStore results;
    private final GivenUpDeliveries givenUp;
    private final ExchangedCodes codes;
    private final RequestRenewals renewals;
    private final CoidSettings.Keep keep;

    Housekeeping(PersonalDataWork work, ResultStore results, GivenUpDeliveries givenUp, ExchangedCodes codes,
            RequestRenewals renewals, CoidSettings.Keep keep) {
        this.work = work;
        this.results = results;
        this.givenUp = givenUp;
        this.codes = codes;
        this.renewals = renewals;
        this.keep = keep;
    }

    @Scheduled(fixedDelayString = "${eid.coid.fetch.interval:1s}")
    void lookUpResults() {
        work.lookUp();
    }

    @Scheduled(fixedDelayString = "${eid.coid.keep.sweep:10m}")
    void erase() {
        int erased = results.eraseOld();
        if (erased > 0) {
            LOG.info("Over their time: {} results that nobody confirmed", erased);
        }
        givenUp.eraseOld(keep.results());
        codes.eraseOld(keep.codes());
        renewals.eraseOld(keep.renewals());
    }
}
