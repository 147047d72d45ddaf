package io.eidroutes.consent.fault;

class RecipientIsNotFoundTest extends PermanentFaultTest {

    RecipientIsNotFoundTest() {
        super("RecipientIsNotFound");
    }
}
