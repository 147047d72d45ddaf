package io.eidroutes.identification.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The method trusted-phone. */
class TrustedPhoneTest extends ExchangeTest {

    private static final String PATH = "/api/v1/trusted-phone";

    @Test
    void whenThePhoneIsTrustedThenItsSecretConfirmsIt() {
        provider().answer(PATH, FakeProvider.Answer.json(200, "{\"secret\":\"otp-secret\"}"));

        Exchange exchange = call();

        assertThat(exchange.getVariable("otpConfirmation")).isEqualTo("otp-secret");
        assertThat(exchange.getMessage().getHeaders()).isEmpty();
        assertThat(exchange.getMessage().getBody()).isNull();
        assertThat(provider().asked(PATH)).singleElement().satisfies(asked -> {
            assertThat(asked.method()).isEqualTo("POST");
            assertThat(asked.body()).isEqualTo("{\"phone\":\"77071234567\"}");
            assertThat(asked.headers()).containsEntry("content-type", "application/json").containsEntry("authorization",
                    "Basic " + Base64.getEncoder().encodeToString((IdTokens.CLIENT + ":" + Passport.SECRET).getBytes(StandardCharsets.UTF_8)));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "400|{}|aitu-token EID-TRUSTED-PHONE-REFUSED", "401|{}|aitu-token EID-TRUSTED-PHONE-REFUSED",
        "403|x|aitu-token EID-TRUSTED-PHONE-REFUSED", "302|x|transport client-error", "429|x|transport client-error",
        "500|x|transport server-error", "503|x|transport gateway-error", "200|x|transport unreadable-answer",
        "200|{\"secret\":7}|transport unreadable-answer", "200|{\"secret\":\"\"}|transport unreadable-answer",
        "200|{\"secret\":\"a\",\"secret\":\"a\"}|transport unreadable-answer"})
    void whenThePhoneIsNotTrustedThenTheFailureSaysWhy(int status, String body, String failure) {
        provider().answer(PATH, FakeProvider.Answer.json(status, body));

        Exchange exchange = call();

        assertThat(exchange.getException()).hasMessage(failure);
        assertThat(exchange.getMessage().getHeaders()).isEmpty();
        assertThat(exchange.getMessage().getBody()).isNull();
        assertThat(provider().asked(PATH)).hasSize(1);
    }

    @Test
    void whenTheAnswerTricklesThenTheCallEnds() {
        provider().answer(PATH, Endless::trickleOfBody);

        assertThat(call().getException()).hasMessage("transport read-timeout");
    }

    private Exchange call() {
        return passport().send("direct:trusted-phone", Map.of("phone", "+77071234567"));
    }
}
