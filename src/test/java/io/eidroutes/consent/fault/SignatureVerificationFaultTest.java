package io.eidroutes.consent.fault;

class SignatureVerificationFaultTest extends SignatureFaultTest {

    SignatureVerificationFaultTest() {
        super("SignatureVerificationFault");
    }
}
