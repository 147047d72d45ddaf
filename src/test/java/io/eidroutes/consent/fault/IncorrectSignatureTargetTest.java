package io.eidroutes.consent.fault;

class IncorrectSignatureTargetTest extends SignatureFaultTest {

    IncorrectSignatureTargetTest() {
        super("IncorrectSignatureTarget");
    }
}
