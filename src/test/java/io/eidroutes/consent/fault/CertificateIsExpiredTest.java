package io.eidroutes.consent.fault;

class CertificateIsExpiredTest extends SignatureFaultTest {

    CertificateIsExpiredTest() {
        super("CertificateIsExpired");
    }
}
