package io.eidroutes.identification.journey.authorization;

/** Documented for the identification process. */
class LivenessFailedTest extends AuthorizationErrorTest {

    LivenessFailedTest() {
        super("access_denied", "Ошибка при определении живости лица",
                "coid", "liveness-failed", "user");
    }
}
