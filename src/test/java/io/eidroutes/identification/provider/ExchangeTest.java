package io.eidroutes.identification.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** Exchanges of codes by the shipped route, against one provider for all classes that need no settings of their own. */
abstract class ExchangeTest {

    static final String TOKEN = "/oauth2/token";
    static final String JWKS = "/.well-known/jwks.json";
    private static final Passport PASSPORT = new Passport(Map.of());

    @BeforeEach
    void behave() {
        passport().behave();
    }

    Passport passport() {
        return PASSPORT;
    }

    FakeProvider provider() {
        return passport().provider();
    }

    void tokenAnswers(FakeProvider.Answer answer) {
        provider().answer(TOKEN, answer);
    }

    void tokenAnswers(int status, String body) {
        tokenAnswers(FakeProvider.Answer.json(status, body));
    }

    void idToken(String idToken) {
        tokenAnswers(Passport.tokens(idToken));
    }

    void idToken(ObjectNode claims) {
        idToken(IdTokens.signed(claims));
    }

    /** The login is refused with that failure, and the code was sent once. */
    Passport.Outcome assertRefused(String family, String code, String treatment) {
        Passport.Outcome outcome = assertRefused(passport().exchange(), family, code, treatment);
        assertThat(provider().asked(TOKEN)).as("token requests").hasSize(1);
        return outcome;
    }

    static Passport.Outcome assertRefused(Passport.Outcome outcome, String family, String code, String treatment) {
        assertThat(outcome.isIdentified()).as("identified").isFalse();
        assertThat(outcome.failure().family().label() + " " + outcome.failure().code()).isEqualTo(family + " " + code);
        assertThat(outcome.treatment()).isEqualTo(treatment);
        assertThat(outcome.exchange().getVariable("recorded")).isEqualTo(true);
        assertThat(outcome.exchange().getMessage().getBody()).isNull();
        assertThat(outcome.exchange().getMessage().getHeaders()).isEmpty();
        return outcome;
    }

    /** The id_token is refused with that code. */
    void assertIdTokenRefused(String code, String treatment) {
        assertRefused("id-token", code, treatment);
    }

    void assertIdentified() {
        Passport.Outcome outcome = passport().exchange();
        assertThat(outcome.identified().iin()).isEqualTo(IdTokens.IIN);
        assertThat(outcome.identified().requestId()).isEqualTo(IdTokens.REQUEST_ID);
    }
}
