package io.eidroutes.consent.fault;

class AttachmentContentMiscoordinationTest extends PermanentFaultTest {

    AttachmentContentMiscoordinationTest() {
        super("AttachmentContentMiscoordination");
    }
}
