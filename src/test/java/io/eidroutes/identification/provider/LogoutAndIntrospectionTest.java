package io.eidroutes.identification.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The two routes that are off by default. */
class LogoutAndIntrospectionTest extends ExchangeTest {

    private static final String PATH = "/oauth2/introspect";
    private static final Passport ON = new Passport(Map.of("eid.aitu.keep-tokens", "true", "eid.aitu.introspection", "true",
            "eid.aitu.logout", "true", "eid.aitu.post-logout-redirect-uris", "https://bank.example/bye"));

    @ParameterizedTest
    @ValueSource(strings = {"introspect-token", "logout-link"})
    void whenNothingIsSetThenTheRouteDoesNotExist(String route) {
        assertThat(passport().hasRoute(route)).isFalse();
        assertThat(ON.hasRoute(route)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whenATokenIsIntrospectedThenItIsActiveOrNot(boolean active) {
        ON.provider().forget();
        ON.provider().answer(PATH, FakeProvider.Answer.json(200, "{\"active\":" + active + "}"));

        assertThat(ON.send("direct:introspect-token", Map.of("token", "a+b")).getVariable("active")).isEqualTo(active);
        assertThat(ON.provider().asked(PATH)).singleElement().satisfies(asked -> {
            assertThat(asked.form()).containsOnly(Map.entry("token", "a+b"));
            assertThat(asked.headers().get("authorization")).startsWith("Basic ");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"401|{}|transport client-error", "500|{}|transport server-error",
        "200|{}|transport unreadable-answer", "200|{\"active\":\"true\"}|transport unreadable-answer"})
    void whenIntrospectionFailsThenTheFailureSaysWhy(int status, String body, String failure) {
        ON.provider().answer(PATH, FakeProvider.Answer.json(status, body));

        assertThat(ON.send("direct:introspect-token", Map.of("token", "a")).getException()).hasMessage(failure);
    }

    @Test
    void whenTheUserLogsOutThenTheLinkHoldsTheHint() {
        Exchange exchange = ON.send("direct:logout-link",
                Map.of("idToken", "a.b.c", "postLogoutRedirectUri", "https://bank.example/bye", "logoutState", "s 1"));

        assertThat(exchange.getVariable("logoutLink")).isEqualTo(URI.create(ON.provider().base() + "/sessions/logout"
                + "?id_token_hint=a.b.c&post_logout_redirect_uri=https%3A%2F%2Fbank.example%2Fbye&state=s%201"));
    }

    @Test
    void whenNothingIsGivenThenTheLinkIsBare() {
        assertThat(ON.send("direct:logout-link", new HashMap<>()).getVariable("logoutLink"))
                .isEqualTo(URI.create(ON.provider().base() + "/sessions/logout"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/bye", "https://bank.example/bye/more", "not a url"})
    void whenTheAddressIsNotInTheListThenThereIsNoLink(String address) {
        assertThat(ON.send("direct:logout-link", Map.of("postLogoutRedirectUri", address)).getException())
                .hasMessage("validation not-permitted");
    }
}
