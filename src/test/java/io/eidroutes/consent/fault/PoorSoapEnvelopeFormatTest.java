package io.eidroutes.consent.fault;

class PoorSoapEnvelopeFormatTest extends SignatureFaultTest {

    PoorSoapEnvelopeFormatTest() {
        super("PoorSOAPEnvelopeFormat");
    }
}
