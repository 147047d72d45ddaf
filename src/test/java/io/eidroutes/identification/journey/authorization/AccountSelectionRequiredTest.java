package io.eidroutes.identification.journey.authorization;

/** OpenID Connect Core §3.1.2.6: {@code account_selection_required}. */
class AccountSelectionRequiredTest extends AuthorizationErrorTest {

    AccountSelectionRequiredTest() {
        super("account_selection_required", "user");
    }
}
