package io.eidroutes.identification.journey.authorization;

/** OpenID Connect Core §3.1.2.6: {@code registration_not_supported}. */
class RegistrationNotSupportedTest extends AuthorizationErrorTest {

    RegistrationNotSupportedTest() {
        super("registration_not_supported", "partner");
    }
}
