package io.eidroutes.identification.person.refusal;

/** A refusal in words that nobody documents. */
class RequestRefusedTest extends FinalRefusalTest {

    RequestRefusedTest() {
        super(message(400, "requestId is not known"), "request-refused", "partner", 502);
    }
}
