package io.eidroutes.identification.journey.authorization;

/** OpenID Connect Core §3.1.2.6: {@code interaction_required}. */
class InteractionRequiredTest extends AuthorizationErrorTest {

    InteractionRequiredTest() {
        super("interaction_required", "user");
    }
}
