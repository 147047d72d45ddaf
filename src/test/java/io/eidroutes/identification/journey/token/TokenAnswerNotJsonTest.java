package io.eidroutes.identification.journey.token;

import io.eidroutes.simulator.scenario.Disturbance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page in the place of tokens; JSON of another shape; a member twice. */
class TokenAnswerNotJsonTest extends TokenAnswerTest {

    @ParameterizedTest
    @ValueSource(strings = {"<html></html>", "", "[]", "null", "{\"access_token\":", "{\"a\":1}{}", "{'access_token':'a'}"})
    void whenTheAnswerIsNoJsonObjectThenItIsRefused(String body) throws Exception {
        // An empty text stands for the stand-in's own page.
        refused("EID-UNREADABLE-ANSWER", "partner", new Disturbance.Http(200, body, "application/json", true));
    }

    @Test
    void whenAMemberComesTwiceThenTheAnswerIsRefused() throws Exception {
        refused("EID-UNREADABLE-ANSWER", "partner",
                new Disturbance.Replace("\"token_type\":\"bearer\"", "\"token_type\":\"bearer\",\"token_type\":\"bearer\""));
    }
}
