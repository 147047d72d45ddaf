package io.eidroutes.consent.fault;

class QuoteLimitExceededTest extends PermanentFaultTest {

    QuoteLimitExceededTest() {
        super("QuoteLimitExceeded");
    }
}
