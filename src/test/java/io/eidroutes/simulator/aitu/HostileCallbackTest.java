package io.eidroutes.simulator.aitu;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.simulator.scenario.Disturbance;
import io.eidroutes.simulator.scenario.Operation;
import io.eidroutes.simulator.scenario.Scenario;
import io.eidroutes.simulator.web.Caller;
import io.eidroutes.simulator.web.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileCallbackTest extends AituTest {

    @Test
    void whenTheStateIsToBeWrongThenItIsAnother() throws Exception {
        assertThat(meets(Effects.Callback.wrongState()).one("state").orElseThrow()).isNotEqualTo(STATE).hasSizeGreaterThan(8);
    }

    @Test
    void whenTheStateIsToBeMissingThenItIs() throws Exception {
        assertThat(meets(Effects.Callback.missingState()).all()).containsOnlyKeys("code");
    }

    @ParameterizedTest
    @CsvSource({"invalid_request,client_id_is_not_valid", "invalid_scope,request_contains_invalid_scopes", "invalid_scope,not_allowed_scopes",
        "access_denied,denied", "invalid_request,illegal base64 character", "server_error,userdatavalidatorid",
        "unauthorized_client,''", "unsupported_response_type,''", "temporarily_unavailable,''", "interaction_required,''",
        "login_required,''", "account_selection_required,''", "consent_required,''", "invalid_request_uri,''",
        "invalid_request_object,''", "request_not_supported,''", "request_uri_not_supported,''", "registration_not_supported,''",
        "never_heard_of,''"})
    void whenAnErrorIsToComeThenItComesInPlaceOfTheCode(String error, String description) throws Exception {
        Request.Parameters callback = meets(Effects.Callback.error(error, description));

        assertThat(callback.all()).containsOnlyKeys("error", "error_description", "state");
        assertThat(callback.one("error")).contains(error);
        assertThat(callback.first().get("error_description")).isEqualTo(description);
    }

    @Test
    void whenACodeAndAnErrorAreToComeThenBothDo() throws Exception {
        assertThat(meets(Effects.Callback.set("error", "access_denied")).all()).containsOnlyKeys("code", "state", "error");
    }

    @Test
    void whenAParameterIsToComeTwiceThenItDoes() throws Exception {
        assertThat(meets(Effects.Callback.twice("state")).all().get("state")).hasSize(2);
    }

    @Test
    void whenAParameterIsToBeHugeThenItIs() throws Exception {
        assertThat(meets(Effects.Callback.set("code", "x".repeat(5000))).one("code").orElseThrow()).hasSize(5000);
    }

    @Test
    void whenAScenarioIsForOneStateThenOthersGoWell() throws Exception {
        aitu.next(new Scenario(Optional.of(Operation.CALLBACK), "state=another", 1, List.of(Effects.Callback.missingState())));

        assertThat(callback(identify(link(), IIN)).one("state")).contains(STATE);
        assertThat(callback(identify(link("state", "another-state"), IIN)).one("state")).isEmpty();
    }

    @Test
    void whenAScenarioIsForAnyCallThenTheCallbackDoesNotUseItUp() throws Exception {
        String page = Caller.location(arrive(link("iin", IIN)));
        aitu.next(new Scenario(Optional.empty(), "", 1, List.of(Disturbance.Http.status(503))));

        String code = callback(act(page, "face")).one("code").orElseThrow();

        assertThat(exchange(code).statusCode()).isEqualTo(503);
    }

    @Test
    void whenTheControlInterfaceIsUsedThenTheSameHappens() throws Exception {
        control("POST", "scenario", """
                {"operation":"CALLBACK","effects":[{"do":"callback","set":{"error":"server_error"},"remove":["code"],"twice":["error"]}]}""");

        assertThat(callback(identify(link(), IIN)).all()).containsEntry("error", List.of("server_error", "server_error"))
                .containsOnlyKeys("error", "state");
        control("POST", "settings", "{\"callbackIss\":true}");
        assertThat(callback(identify(link(), IIN)).first()).containsAllEntriesOf(Map.of("iss", aitu.base()));
        control("POST", "reset", "");
        assertThat(control("GET", "settings", "").get("callbackIss").asBoolean()).isFalse();
        assertThat(control("GET", "received", "").at("/totals/authorizations").asInt()).isZero();
    }

    private Request.Parameters meets(Effects.Callback effect) throws Exception {
        aitu.next(Scenario.on(Operation.CALLBACK, effect));
        return callback(identify(link(), IIN));
    }
}
