package io.eidroutes.consent.fault;

class CertificateIsNotFoundTest extends SignatureFaultTest {

    CertificateIsNotFoundTest() {
        super("CertificateIsNotFound");
    }
}
