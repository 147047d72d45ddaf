package io.eidroutes.consent.fault;

class DestinationOverflowTest extends TransientFaultTest {

    DestinationOverflowTest() {
        super("DestinationOverflow");
    }
}
