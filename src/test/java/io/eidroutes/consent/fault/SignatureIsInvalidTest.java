package io.eidroutes.consent.fault;

class SignatureIsInvalidTest extends SignatureFaultTest {

    SignatureIsInvalidTest() {
        super("SignatureIsInvalid");
    }
}
