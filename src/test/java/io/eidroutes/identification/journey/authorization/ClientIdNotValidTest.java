package io.eidroutes.identification.journey.authorization;

/** Seen at partners: the service is not known on this stand. */
class ClientIdNotValidTest extends AuthorizationErrorTest {

    ClientIdNotValidTest() {
        super("invalid_request", "client_id_is_not_valid",
                "aitu-authorization", "client_id_is_not_valid", "partner");
    }
}
