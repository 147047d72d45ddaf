package io.eidroutes.identification.journey.authorization;

import org.junit.jupiter.api.Test;

/** Seen at partners: the service may not ask for the scope; here by the stand-in's own check, too. */
class NotAllowedScopesTest extends AuthorizationErrorTest {

    NotAllowedScopesTest() {
        super("invalid_scope", "not_allowed_scopes",
                "aitu-authorization", "not_allowed_scopes", "partner");
    }

    @Test
    void whenTheServiceLosesTheScopeThenItIsTheSame() throws Exception {
        aitu().change("{\"scopes\":[\"openid\"]}");

        failed(begin());
    }
}
