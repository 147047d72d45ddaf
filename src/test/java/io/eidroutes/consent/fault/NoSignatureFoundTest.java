package io.eidroutes.consent.fault;

class NoSignatureFoundTest extends SignatureFaultTest {

    NoSignatureFoundTest() {
        super("NoSignatureFound");
    }
}
