package io.eidroutes.identification.journey.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.identification.journey.Visitor;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * RFC 9700 §4.5: a code of one attempt with the state of another. The state is genuine and in its own browser, so only the
 * provider can see it, by PKCE, and we, by the nonce.
 */
class SwappedCodesTest extends RefusedCallbackTest {

    @Test
    void whenACodeOfAnotherIsInjectedThenTheProviderRefusesItByPkce() throws Exception {
        Begun victim = begin();
        Begun attacker = begin();
        String code = codeIn(callbackOf(victim));

        HttpResponse<String> left = attacker.visitor().get(callback(code, stateIn(callbackOf(attacker))));

        assertFailed(attacker, left, "aitu-token", "invalid_grant", "user");
        assertUntouched(victim);
        assertTokenRequests(1);
        assertThat(aitu().received().totals().tokensIssued()).isZero();
        assertThat(aitu().received().totals().refusals()).containsExactly(Map.entry("TOKEN invalid_grant", 1L));
        assertCounted("aitu-token invalid_grant user");
    }

    @Test
    void whenTheProviderDoesNotHonourPkceThenTheNonceGivesTheInjectedCodeAway() throws Exception {
        aitu().change("{\"pkce\":false}");
        Begun victim = begin();
        Begun attacker = begin();
        String code = codeIn(callbackOf(victim));

        HttpResponse<String> left = attacker.visitor().get(callback(code, stateIn(callbackOf(attacker))));

        assertFailed(attacker, left, "id-token", "wrong-nonce", "security");
        assertUntouched(victim);
        assertTokenRequests(1);
        assertCounted("id-token wrong-nonce security");
    }

    @Test
    void whenTwoTabsOfOneBrowserSwapTheirCodesThenNeitherIsIdentified() throws Exception {
        Visitor visitor = new Visitor();
        Begun one = begin(visitor, Map.of());
        Begun other = begin(visitor, Map.of());
        String first = callbackOf(one);
        String second = callbackOf(other);

        HttpResponse<String> leftOne = visitor.get(callback(codeIn(second), stateIn(first)));
        HttpResponse<String> leftOther = visitor.get(callback(codeIn(first), stateIn(second)));

        assertFailed(one, leftOne, "aitu-token", "invalid_grant", "user");
        assertFailed(other, leftOther, "aitu-token", "invalid_grant", "user");
        assertTokenRequests(2);
        assertThat(aitu().received().totals().tokensIssued()).isZero();
        assertCounted("aitu-token invalid_grant user", "aitu-token invalid_grant user");
    }

    @Test
    void whenTheVictimIsMadeToOpenTheAttackersCallbackThenItIsNotLoggedInAsTheAttacker() throws Exception {
        Begun victim = begin();
        Begun attacker = begin();
        callbackOf(victim);

        assertRefused(victim.visitor().get(callbackOf(attacker)), "EID-COOKIE-MISSING");

        assertUntouched(victim);
        assertUntouched(attacker);
        assertTokenRequests(0);
        assertCounted("aitu-authorization EID-COOKIE-MISSING security");
    }

    private static String callback(String code, String state) {
        return callbackUrl() + "?code=" + code + "&state=" + state;
    }
}
