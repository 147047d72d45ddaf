package io.eidroutes.simulator.aitu;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.simulator.web.Caller;
import io.eidroutes.simulator.web.Request;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationPagesTest extends AituTest {

    @Test
    void whenIinAndFaceAreRightThenTheCallbackHasACode() throws Exception {
        Request.Parameters callback = callback(identify(link(), IIN));

        assertThat(callback.one("code")).isPresent();
        assertThat(callback.one("state")).contains(STATE);
        assertThat(callback.all()).containsOnlyKeys("code", "state");
        assertThat(aitu.received().totals().callbacks()).containsEntry("code", 1L);
    }

    @Test
    void whenTheLinkHasTheIinThenItIsNotAskedFor() throws Exception {
        String page = Caller.location(arrive(link("iin", IIN)));

        assertThat(Caller.get(page).body()).contains("Видео-проверка").doesNotContain("name=\"iin\"");
        assertThat(callback(act(page, "face")).one("code")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345678901", "1234567890123", "12345678901a", "<script>"})
    void whenNoIinIsTypedThenThePageSaysSo(String typed) throws Exception {
        String page = Caller.location(arrive(link()));
        Caller.postForm(page, Map.of("action", "iin", "iin", typed));

        assertThat(Caller.get(page).body()).contains("12 цифр", "role=\"alert\"").doesNotContain("<script>");
    }

    @ParameterizedTest
    @EnumSource(CoidFailure.class)
    void whenATestIinIsTypedThenItsMessageIsShownAndOneMayTryAgainOrGoBackOrLeave(CoidFailure failure) throws Exception {
        String page = Caller.location(identify(link(), failure.iin()));

        assertThat(Caller.get(page).body()).contains(failure.onPage(), "Попробовать ещё раз", "Указать другой ИИН",
                "Вернуться на сайт партнёра");
        act(page, "again");
        assertThat(Caller.get(page).body()).contains("Видео-проверка");
        act(page, "face");
        assertThat(Caller.get(page).body()).contains(failure.onPage());
        act(page, "back");
        assertThat(Caller.get(page).body()).contains("Введите ваш ИИН");
        Caller.postForm(page, Map.of("action", "iin", "iin", IIN));
        assertThat(callback(act(page, "face")).one("code")).isPresent();
    }

    @ParameterizedTest
    @EnumSource(CoidFailure.class)
    void whenFailuresGoByCallbackThenLeavingTellsThePartner(CoidFailure failure) throws Exception {
        String page = Caller.location(identify(link(), failure.iin()));

        Request.Parameters callback = callback(act(page, "leave"));

        assertThat(callback.one("error")).contains("access_denied");
        assertThat(callback.one("error_description")).contains(failure.message());
        assertThat(callback.one("state")).contains(STATE);
    }

    @ParameterizedTest
    @EnumSource(CoidFailure.class)
    void whenFailuresGoNowhereThenLeavingEndsOnAPage(CoidFailure failure) throws Exception {
        aitu.change("{\"coidFailures\":\"NONE\"}");
        String page = Caller.location(identify(link(), failure.iin()));

        HttpResponse<String> left = act(page, "leave");

        assertThat(Caller.location(left)).isEqualTo(page);
        assertThat(Caller.get(page).body()).contains("Окно можно закрыть");
        assertThat(aitu.received().totals().callbacks()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CoidFailure.class)
    void whenFailuresGoByTheAdapterThenTheCodeIsIssuedAndTheAdapterRefuses(CoidFailure failure) throws Exception {
        aitu.change("{\"coidFailures\":\"ADAPTER\"}");
        String code = callback(identify(link(), failure.iin())).one("code").orElseThrow();
        var verification = part(Caller.json(exchange(code)).get("id_token").asText(), 1).get("idpc_verification");

        HttpResponse<String> answer = Caller.postJson(simulators.coid().base() + "/v1/personal-data", verification.toString(),
                "Authorization", Caller.basic("admin", "coidtestpassword"));

        assertThat(verification.get("iin").asText()).isEqualTo(failure.iin());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Caller.json(answer).get("message").asText()).isEqualTo(failure.message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"liveness", "mismatch"})
    void whenTheFaceIsNotRecognizedThenItsMessageIsShownAndReachesThePartner(String outcome) throws Exception {
        String page = Caller.location(arrive(link("iin", IIN)));
        act(page, outcome);
        String message = outcome.equals("liveness") ? "Ошибка при определении живости лица"
                : "Фотография лица пользователя не совпадает с фотографией в государственной базе данных";

        assertThat(Caller.get(page).body()).contains(message);
        assertThat(callback(act(page, "leave")).one("error_description")).contains(message);
    }

    @Test
    void whenTheUserLeavesBeforeTheCheckThenAccessIsDenied() throws Exception {
        assertThat(callback(act(Caller.location(arrive(link())), "leave")).one("error")).contains("access_denied");
    }

    @Test
    void whenAPageIsOverThenItCannotBeUsedAgain() throws Exception {
        String page = Caller.location(arrive(link("iin", IIN)));
        act(page, "face");

        assertThat(act(page, "face").statusCode()).isEqualTo(404);
        assertThat(aitu.received().totals().codesIssued()).isEqualTo(1);
    }

    @Test
    void whenAnAutomaticIinIsSetThenNoPageIsShown() throws Exception {
        aitu.change("{\"automaticIin\":\"" + IIN + "\",\"callbackIss\":true}");

        Request.Parameters callback = callback(arrive(link()));

        assertThat(callback.one("code")).isPresent();
        assertThat(callback.one("iss")).contains(aitu.base());
    }
}
