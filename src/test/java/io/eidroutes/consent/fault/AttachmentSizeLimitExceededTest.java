package io.eidroutes.consent.fault;

class AttachmentSizeLimitExceededTest extends PermanentFaultTest {

    AttachmentSizeLimitExceededTest() {
        super("AttachmentSizeLimitExceeded");
    }
}
