package io.eidroutes.identification.journey.authorization;

/** What the user's page shows of the last two. */
class StateServiceErrorTest extends AuthorizationErrorTest {

    StateServiceErrorTest() {
        super("access_denied", "Ошибка на сервисе государственного органа",
                "coid", "state-service-error", "retry");
    }
}
