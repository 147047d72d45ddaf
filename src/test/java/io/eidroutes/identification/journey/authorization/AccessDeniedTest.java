package io.eidroutes.identification.journey.authorization;

import io.eidroutes.simulator.web.Caller;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The user did not agree; here by the button on the page, too. */
class AccessDeniedTest extends AuthorizationErrorTest {

    AccessDeniedTest() {
        super("access_denied", "user");
    }

    @Test
    void whenTheUserLeavesThenItIsTheSame() throws Exception {
        aitu().change("{\"automaticIin\":\"\"}");
        Begun begun = begin();
        String page = Caller.location(begun.visitor().get(Caller.location(start(begun))));
        String callback = Caller.location(begun.visitor().post(page, Map.of("action", "leave")));

        assertFailed(begun, begun.visitor().get(callback), "aitu-authorization", "access_denied", "user");

        assertTokenRequests(0);
    }
}
