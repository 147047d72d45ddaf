package io.eidroutes.consent.fault;

class BusinessDataTypeIsNotSupportedTest extends PermanentFaultTest {

    BusinessDataTypeIsNotSupportedTest() {
        super("BusinessDataTypeIsNotSupported");
    }
}
