package io.eidroutes.identification.journey.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.identification.journey.Visitor;
import org.junit.jupiter.api.Test;

/** RFC 9700 §4.7 and §4.8: a thief has the whole callback, code and state, but not the browser. */
class StolenCallbackTest extends RefusedCallbackTest {

    @Test
    void whenAnotherBrowserOpensTheCallbackThenNoCodeIsSentAndItsOwnerStillGetsThrough() throws Exception {
        Begun begun = begin();
        String callback = callbackOf(begun);
        Visitor thief = new Visitor();

        assertRefused(thief.get(callback), "EID-COOKIE-MISSING");

        assertUntouched(begun);
        assertTokenRequests(0);
        assertCounted("aitu-authorization EID-COOKIE-MISSING security");
        assertIdentified(begun, begun.visitor().get(callback));
        assertTokenRequests(1);
    }

    @Test
    void whenTheThiefHasAnIdentificationOfItsOwnThenItsCookiesAreOfNoUse() throws Exception {
        Begun victim = begin();
        Begun thief = begin();
        String callback = callbackOf(victim);
        callbackOf(thief);

        assertRefused(thief.visitor().get(callback), "EID-COOKIE-MISSING");

        assertUntouched(victim);
        assertUntouched(thief);
        assertTokenRequests(0);
        assertCounted("aitu-authorization EID-COOKIE-MISSING security");
    }

    @Test
    void whenTheThiefForgesTheNameOfTheCookieThenItsValueGivesItAway() throws Exception {
        Begun victim = begin();
        Begun thief = begin();
        String callback = callbackOf(victim);
        callbackOf(thief);
        String own = thief.visitor().cookies("eid-").values().iterator().next();
        thief.visitor().forge(victim.visitor().cookies("eid-").keySet().iterator().next(), own);

        assertRefused(thief.visitor().get(callback), "EID-COOKIE-FOREIGN");

        assertUntouched(victim);
        assertTokenRequests(0);
        assertCounted("aitu-authorization EID-COOKIE-FOREIGN security");
        assertIdentified(victim, victim.visitor().get(callback));
        assertTokenRequests(1);
    }

    @Test
    void whenTheThiefStealsAnErrorThenTheIdentificationIsNotEndedByIt() throws Exception {
        Begun begun = begin();
        String callback = callbackUrl() + "?error=access_denied&state=" + stateIn(callbackOf(begun));

        assertRefused(new Visitor().get(callback), "EID-COOKIE-MISSING");

        assertUntouched(begun);
        assertThat(aitu().received().totals().callbacks()).containsOnlyKeys("code");
        assertTokenRequests(0);
    }
}
