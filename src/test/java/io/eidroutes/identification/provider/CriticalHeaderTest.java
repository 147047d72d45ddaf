package io.eidroutes.identification.provider;

import org.junit.jupiter.api.Test;

/** The id_token demands an extension. */
class CriticalHeaderTest extends ExchangeTest {

    @Test
    void whenItIsUnknownThenTheLoginIsRefused() {
        var header = IdTokens.header();
        header.putArray("crit").add("exp");
        idToken(IdTokens.signed(header, IdTokens.claims()));

        assertIdTokenRefused("critical-header", "alert-security");
    }

    @Test
    void whenItIsB64ThenTheLoginIsRefused() {
        var header = IdTokens.header().put("b64", true);
        header.putArray("crit").add("b64");
        idToken(IdTokens.signed(header, IdTokens.claims()));

        assertIdTokenRefused("critical-header", "alert-security");
    }

    @Test
    void whenTheListIsEmptyThenTheLoginIsRefused() {
        var header = IdTokens.header();
        header.putArray("crit");
        idToken(IdTokens.signed(header, IdTokens.claims()));

        assertIdTokenRefused("critical-header", "alert-security");
    }
}
