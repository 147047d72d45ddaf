package io.eidroutes.consent.fault;

class TransactionCodeInvalidTest extends PermanentFaultTest {

    TransactionCodeInvalidTest() {
        super("TransactionCodeInvalid");
    }
}
