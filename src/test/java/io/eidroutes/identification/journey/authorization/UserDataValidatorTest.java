package io.eidroutes.identification.journey.authorization;

/** Seen at partners. */
class UserDataValidatorTest extends AuthorizationErrorTest {

    UserDataValidatorTest() {
        super("server_error", "Error in UserDataValidatorId",
                "aitu-authorization", "userdatavalidatorid", "partner");
    }
}
