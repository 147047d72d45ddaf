package io.eidroutes.identification.provider;

import org.junit.jupiter.api.Test;

/** The token endpoint gives no id_token. */
class NoIdTokenTest extends ExchangeTest {

    @Test
    void whenItIsMissingThenTheLoginIsRefused() {
        tokenAnswers(200, "{\"access_token\":\"a\"}");

        assertRefused("aitu-token", "EID-NO-ID-TOKEN", "tell-operator");
    }

    @Test
    void whenItIsNullThenTheLoginIsRefused() {
        tokenAnswers(200, "{\"access_token\":\"a\",\"id_token\":null}");

        assertRefused("aitu-token", "EID-NO-ID-TOKEN", "tell-operator");
    }
}
