package io.eidroutes.simulator.partner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.eidroutes.simulator.Simulators;
import io.eidroutes.simulator.web.Caller;
import io.eidroutes.simulator.web.Reply;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartnerPageTest {

    private Simulators simulators;
    private FakeApplication application;
    private PartnerPage partner;

    @BeforeEach
    void start() {
        simulators = Simulators.start(0);
        application = new FakeApplication(simulators);
        partner = simulators.partner();
    }

    @AfterEach
    void stop() {
        application.close();
        simulators.close();
    }

    /** One browser: its cookie and what its form carries. */
    private record Visitor(String cookie, String form) {
    }

    private Visitor visitor() throws Exception {
        HttpResponse<String> home = Caller.get(partner.home());
        Matcher form = Pattern.compile("name=\"session\" value=\"([^\"]+)\"").matcher(home.body());
        assertThat(form.find()).isTrue();
        return new Visitor(home.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0], form.group(1));
    }

    private HttpResponse<String> login(Visitor visitor, Map<String, String> fields) throws Exception {
        Map<String, String> form = new LinkedHashMap<>(fields);
        form.put("session", visitor.form());
        return Caller.postForm(partner.home() + "login", form, "Cookie", visitor.cookie());
    }

    private HttpResponse<String> comeBack(Visitor visitor, String query) throws Exception {
        return Caller.get(partner.returnUrl() + "?" + query, "Cookie", visitor.cookie());
    }

    @Test
    void whenTheButtonIsPressedThenTheBackendBeginsAndTheBrowserIsSentToStart() throws Exception {
        HttpResponse<String> answer = login(visitor(), Map.of("iin", "900517400019", "phone", "77071234567", "renew", "true"));

        assertThat(Caller.location(answer)).isEqualTo(application.address() + "/start/" + application.onlyId());
        assertThat(application.request()).isEqualTo(new ObjectMapper().readTree("{\"iin\":\"900517400019\",\"phone\":\"77071234567\","
                + "\"phone_verified\":true,\"refresh_request_id\":true,\"locale\":\"ru\",\"return_url\":\"" + partner.returnUrl() + "\"}"));
        assertThat(partner.received().logins()).isEqualTo(1);
    }

    @Test
    void whenNothingIsFilledInThenNothingIsAskedInParticular() throws Exception {
        login(visitor(), Map.of());

        assertThat(application.request().properties()).extracting(Map.Entry::getKey).containsExactlyInAnyOrder("locale", "return_url");
    }

    @Test
    void whenTheFormIsNotThatOfTheSessionThenNothingBegins() throws Exception {
        Visitor visitor = visitor();
        Visitor other = visitor();

        assertThat(Caller.location(login(new Visitor(visitor.cookie(), other.form()), Map.of()))).isEqualTo(partner.home());
        assertThat(Caller.location(login(new Visitor("partner-session=invented", visitor.form()), Map.of()))).isEqualTo(partner.home());
        assertThat(application.calls()).isEmpty();
    }

    @Test
    void whenTheUserComesBackThenTheBackendAsksWithTheTicketOnceAndTheResultIsShown() throws Exception {
        Visitor visitor = visitor();
        login(visitor, Map.of());
        String id = application.onlyId();
        application.end(id, new ObjectMapper().readTree(
                "{\"state\":\"ready\",\"personal_data\":{\"person\":{\"iin\":\"900517400019\",\"name\":\"<АЛИЯ>\"}}}"));

        String result = Caller.location(comeBack(visitor, "id=" + id + "&result_ticket=t-1"));
        assertThat(result).doesNotContain("t-1");
        String page = Caller.get(result, "Cookie", visitor.cookie()).body();

        assertThat(page).contains("Вы вошли", "900517400019", "&lt;АЛИЯ&gt;").doesNotContain("<АЛИЯ>");
        assertThat(Caller.get(result, "Cookie", visitor.cookie()).body()).isEqualTo(page);
        assertThat(application.calls()).containsExactly("POST /api/v1/identifications", "POST /api/v1/identifications/" + id + "/result");
        assertThat(partner.received().results()).isEqualTo(1);
    }

    @Test
    void whenAStrangerComesBackThenNothingIsAskedAndNothingShown() throws Exception {
        login(visitor(), Map.of());
        Visitor victim = visitor();
        login(victim, Map.of());

        for (String query : new String[] {"id=" + application.onlyId() + "&result_ticket=t", "result_ticket=t", "id=invented"}) {
            assertThat(comeBack(new Visitor(visitor().cookie(), ""), query).statusCode()).isEqualTo(403);
        }
        assertThat(Caller.get(partner.returnUrl() + "?id=" + application.onlyId()).statusCode()).isEqualTo(403);
        assertThat(Caller.get(partner.home() + "result/" + application.onlyId()).statusCode()).isEqualTo(403);
        assertThat(Caller.postForm(partner.home() + "erase/" + application.onlyId(), Map.of()).statusCode()).isEqualTo(403);
        assertThat(application.calls()).containsOnly("POST /api/v1/identifications");
        assertThat(partner.received().strangersReturn()).isEqualTo(4);
    }

    @Test
    void whenTheDataAreStillFetchedThenThePageReloadsUntilTheyAreThere() throws Exception {
        Visitor visitor = visitor();
        login(visitor, Map.of());
        String id = application.onlyId();
        String result = Caller.location(comeBack(visitor, "id=" + id + "&result_ticket=t-1"));

        assertThat(Caller.get(result, "Cookie", visitor.cookie()).body()).contains("http-equiv=\"refresh\"", "ещё запрашиваются");
        application.answerAlways(Reply.json(202, Map.of()));
        assertThat(Caller.get(result, "Cookie", visitor.cookie()).body()).contains("http-equiv=\"refresh\"");
        application.answerAgain();
        application.end(id, new ObjectMapper().readTree("{\"state\":\"ready\",\"iin\":\"900517400019\"}"));
        assertThat(Caller.get(result, "Cookie", visitor.cookie()).body()).contains("Вы вошли", "900517400019");
    }

    @Test
    void whenSomebodyWasIdentifiedInAnotherBrowserThenThisSessionIsNotLoggedIn() throws Exception {
        Visitor visitor = visitor();
        login(visitor, Map.of());
        String id = application.onlyId();
        application.end(id, new ObjectMapper().readTree("{\"state\":\"ready\"}"));

        assertThat(Caller.get(partner.home() + "result/" + id, "Cookie", visitor.cookie()).body())
                .contains("ещё запрашиваются").doesNotContain("Вы вошли");
        assertThat(partner.received().results()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"id=%s&result_ticket=t", "id=%s"})
    void whenItFailedThenTheReasonIsShown(String query) throws Exception {
        Visitor visitor = visitor();
        login(visitor, Map.of());
        String id = application.onlyId();
        application.end(id, new ObjectMapper().readTree(
                "{\"state\":\"failed\",\"failure\":{\"code\":\"access_denied\",\"message\":\"Отказано\",\"advice\":\"Повторите\"}}"));

        String result = Caller.location(comeBack(visitor, query.formatted(id)));

        assertThat(Caller.get(result, "Cookie", visitor.cookie()).body()).contains("Войти не удалось", "Отказано", "<p>Повторите</p>", "Начать заново");
        assertThat(partner.received().results()).isZero();
    }

    @Test
    void whenTheTicketIsRefusedThenThePageSaysSo() throws Exception {
        Visitor visitor = visitor();
        login(visitor, Map.of());
        String result = Caller.location(comeBack(visitor, "id=" + application.onlyId() + "&result_ticket=t"));
        application.answerAlways(Reply.json(409, Map.of("title", "The ticket was used before", "advice", "Begin anew")));

        assertThat(Caller.get(result, "Cookie", visitor.cookie()).body()).contains("Войти не удалось",
                "The ticket was used before", "Begin anew");
    }

    @Test
    void whenTheApplicationRefusesOrIsDownThenThePageSaysSo() throws Exception {
        application.answerAlways(Reply.json(403, Map.of("title", "Not permitted", "advice", "Ask the operator")));
        assertThat(login(visitor(), Map.of()).body()).contains("Приложение отказало", "Not permitted", "Ask the operator");
        application.answerAlways(Reply.json(201, Map.of("id", "1", "start_url", "javascript:alert(1)")));
        assertThat(login(visitor(), Map.of()).statusCode()).isEqualTo(502);
        application.close();
        assertThat(login(visitor(), Map.of()).body()).contains("Приложение не отвечает");
        assertThat(partner.received().logins()).isZero();
    }

    @Test
    void whenTheUserSignsOutThenTheBackendErases() throws Exception {
        Visitor visitor = visitor();
        login(visitor, Map.of());
        String id = application.onlyId();

        HttpResponse<String> answer = Caller.postForm(partner.home() + "erase/" + id, Map.of(), "Cookie", visitor.cookie());

        assertThat(Caller.location(answer)).isEqualTo(partner.home());
        assertThat(application.calls()).endsWith("DELETE /api/v1/identifications/" + id);
        assertThat(Caller.get(partner.home() + "result/" + id, "Cookie", visitor.cookie()).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"kk,Aitu Passport арқылы кіру", "en,Sign in with Aitu Passport", "'en-GB,en;q=0.5',Sign in with Aitu Passport",
        "de,Войти через Aitu Passport"})
    void whenTheBrowserAsksForALanguageThenThePageSpeaksIt(String language, String button) throws Exception {
        assertThat(Caller.get(partner.home(), "Accept-Language", language).body()).contains(button);
        assertThat(Caller.get(partner.home() + "?locale=" + Caller.encode(language), "Accept-Language", "ru").body())
                .contains(language.length() == 2 ? button : "Войти через Aitu Passport");
    }

    @Test
    void whenThePageIsOpenedUnderAnotherNameThenItGoesToItsOwn() throws Exception {
        assertThat(Caller.location(Caller.get(partner.home().replace("127.0.0.1", "localhost")))).isEqualTo(partner.home());
        assertThat(Caller.location(Caller.get(partner.home().replaceFirst("/$", "")))).isEqualTo(partner.home());
    }

    @Test
    void whenTheControlInterfaceIsUsedThenSettingsChangeAndCountsAreTold() throws Exception {
        String control = "http://127.0.0.1:" + simulators.port() + PartnerPage.CONTROL;
        login(visitor(), Map.of());

        assertThat(Caller.json(Caller.get(control + "received")).get("logins").asInt()).isEqualTo(1);
        assertThat(Caller.json(Caller.postJson(control + "settings", "{\"client\":\"bank\"}")).get("client").asText()).isEqualTo("bank");
        assertThat(login(visitor(), Map.of()).body()).contains("Authentication is required");
        Caller.postJson(control + "reset", "");
        assertThat(partner.settings()).isEqualTo(Settings.standard());
        assertThat(Caller.json(Caller.get(control + "received")).get("logins").asInt()).isZero();
    }
}
