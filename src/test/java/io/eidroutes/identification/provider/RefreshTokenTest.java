package io.eidroutes.identification.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** A refresh token, which Aitu does not document, is nowhere kept, and nothing is asked for with it. */
class RefreshTokenTest extends ExchangeTest {

    @Test
    void whenOneComesThenItGoesNowhere() {
        tokenAnswers(200, """
                {"access_token":"%s","id_token":"%s","token_type":"bearer","refresh_token":"mark-of-refresh"}"""
                .formatted(IdTokens.ACCESS_TOKEN, IdTokens.signed(IdTokens.claims())));

        Exchange exchange = passport().exchange().exchange();

        assertThat(exchange.getVariables().toString()).doesNotContain("mark-of-refresh");
        assertThat(provider().asked(TOKEN)).singleElement()
                .satisfies(asked -> assertThat(asked.form()).containsEntry("grant_type", "authorization_code"));
    }
}
