package io.eidroutes.identification.journey.authorization;

/** OpenID Connect Core §3.1.2.6: {@code login_required}. */
class LoginRequiredTest extends AuthorizationErrorTest {

    LoginRequiredTest() {
        super("login_required", "user");
    }
}
