package io.eidroutes.consent.fault;

class PersonalAccessDeniedTest extends PermanentFaultTest {

    PersonalAccessDeniedTest() {
        super("PersonalAccessDenied");
    }
}
