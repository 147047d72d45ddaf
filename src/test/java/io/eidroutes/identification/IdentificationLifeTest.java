package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** From the partner to Aitu Passport and back to the partner. */
class IdentificationLifeTest extends IdentificationTest {

    @Test
    void whenAUserIsIdentifiedThenThePartnerGetsTheResultWithTheTicketThatTheBrowserBrought() throws Exception {
        Begun begun = begin("shop", """
                {"iin":"900101300123","phone":"77071234567","locale":"kk","return_url":"%s"}""".formatted(RETURN_URL));
        assertThat(state(begun)).isEqualTo("created");
        Browser browser = browser().start(begun.startPath());
        assertThat(state(begun)).isEqualTo("at-aitu");

        HttpResponse<String> back = browser.callback("code=code-of-life&extra=tolerated&scope=openid");

        String ticket = ticketIn(back);
        assertThat(Browser.location(back)).isEqualTo(RETURN_URL + "&id=" + begun.id() + "&result_ticket=" + ticket);
        assertThat(browser.cookies()).as("deleted at the callback").isEmpty();
        assertThat(state(begun)).isEqualTo("identified");
        assertThat(people.added).containsEntry(begun.id(), StandIns.PERSON);
        assertThat(result(begun, ticket).statusCode()).isEqualTo(202);
        progress.fetching(begun.id());
        HttpResponse<String> underWay = result(begun, ticket);
        assertThat(underWay.statusCode()).isEqualTo(202);
        assertThat(underWay.headers().firstValue("Retry-After")).isPresent();
        assertThat(JSON.readTree(underWay.body()).path("state").asText()).isEqualTo("fetching");
        people.results.put(begun.id(), "{\"personal_data\":{\"name\":\"A\"}}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        progress.ready(begun.id());

        HttpResponse<String> result = result(begun, ticket);

        assertThat(result.statusCode()).as(result.body()).isEqualTo(200);
        assertThat(JSON.readTree(result.body()).at("/result/personal_data/name").asText()).isEqualTo("A");
        assertThat(JSON.readTree(result.body()).path("state").asText()).isEqualTo("ready");
        assertThat(call("shop", "/" + begun.id(), "DELETE", "").statusCode()).isEqualTo(204);
        assertThat(state(begun)).isEqualTo("delivered");
        assertThat(people.erased).containsExactly(begun.id());
    }

    @Test
    void whenTheCodeIsExchangedThenWithTheSecretsOfThatAttemptAndThePersonAskedFor() throws Exception {
        Begun begun = begin("shop", """
                {"iin":"900101300123","phone":"77071234567","phone_verified":true,"return_url":"%s"}""".formatted(RETURN_URL));
        Browser browser = browser();
        browser.leaves(browser.send("POST", begun.startPath())).callback("code=the-code");

        java.util.Map<String, Object> variables = aitu.exchanges.get(0);
        RandomToken verifier = RandomToken.parse((String) variables.get("codeVerifier")).orElseThrow();
        assertThat(verifier.digest()).isEqualTo(browser.link().get("code_challenge"));
        assertThat(variables).containsEntry("nonce", browser.link().get("nonce")).containsEntry("code", "the-code")
                .containsEntry("redirectUri", PUBLIC_URL + "/aitu/callback")
                .containsEntry("expectedIin", "900101300123").containsEntry("expectedPhone", "77071234567");
    }

    @Test
    void whenThePartnerDidNotVerifyThePhoneThenItIsNotExpected() throws Exception {
        Begun begun = begin("shop", "{\"phone\":\"77071234567\"}");
        browser().start(begun.startPath()).callback("code=the-code");

        assertThat(aitu.exchanges.get(0)).doesNotContainKeys("expectedPhone", "expectedIin");
        assertThat(aitu.trustedPhones).isEmpty();
    }

    @Test
    void whenThereIsNoReturnUrlThenOurOwnPageNamesNoIdentification() throws Exception {
        Begun begun = begin("shop", "{\"locale\":\"en\"}");
        Browser browser = browser().start(begun.startPath());

        HttpResponse<String> back = browser.callback("code=the-code");

        assertThat(Browser.location(back)).isEqualTo(PUBLIC_URL + "/identifications/outcome?outcome=under-way&language=en");
        HttpResponse<String> page = browser.get(Browser.location(back).substring(PUBLIC_URL.length()));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Your identity is confirmed", "lang=\"en\"");
    }

    @Test
    void whenARenewalIsAskedForOrNeededThenTheLinkAsksForIt() throws Exception {
        assertThat(browser().start(begin().startPath()).link()).containsEntry("renew", "false");
        assertThat(browser().start(begin("shop", "{\"refresh_request_id\":true}").startPath()).link()).containsEntry("renew", "true");
        people.renewals = true;
        assertThat(browser().start(begin("shop", "{\"iin\":\"900101300123\"}").startPath()).link()).containsEntry("renew", "true");
    }
}
