package io.eidroutes.identification.journey.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.identification.journey.HostileTest;
import io.eidroutes.simulator.aitu.Effects;
import io.eidroutes.simulator.scenario.Operation;
import io.eidroutes.simulator.scenario.Scenario;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A callback that somebody tampered with: a page, no token request, and the genuine one still gets through. */
abstract class RefusedCallbackTest extends HostileTest {

    /** The provider sends such a callback; then the user tries again by the same start URL. */
    final void refused(Effects.Callback effect, String code, String kind) throws Exception {
        Begun begun = begin();
        aitu().next(Scenario.on(Operation.CALLBACK, effect));

        String callback = callbackOf(begun);
        Map<String, String> cookies = begun.visitor().cookies("eid-");
        assertThat(cookies).hasSize(1);
        assertRefused(begun.visitor().get(callback), code);

        assertThat(begun.visitor().cookies("eid-")).isEqualTo(cookies);
        assertUntouched(begun);
        assertTokenRequests(0);
        assertCounted("aitu-authorization " + code + " " + kind);
        assertIdentified(begun, comeBack(begun));
        assertTokenRequests(1);
    }

    static String stateIn(String callback) {
        return parameter(callback, "state");
    }

    static String codeIn(String callback) {
        return parameter(callback, "code");
    }

    private static String parameter(String callback, String name) {
        Matcher parameter = Pattern.compile("[?&]" + name + "=([^&]+)").matcher(callback);
        assertThat(parameter.find()).isTrue();
        return parameter.group(1);
    }
}
