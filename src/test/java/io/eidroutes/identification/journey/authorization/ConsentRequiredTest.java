package io.eidroutes.identification.journey.authorization;

/** OpenID Connect Core §3.1.2.6: {@code consent_required}. */
class ConsentRequiredTest extends AuthorizationErrorTest {

    ConsentRequiredTest() {
        super("consent_required", "user");
    }
}
