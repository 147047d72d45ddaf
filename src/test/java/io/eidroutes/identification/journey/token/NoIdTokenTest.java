package io.eidroutes.identification.journey.token;

import io.eidroutes.simulator.aitu.Effects;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tokens without the one that tells who it is. */
class NoIdTokenTest extends TokenAnswerTest {

    @Test
    void whenThereIsNoIdTokenThenTheAnswerIsRefused() throws Exception {
        refused("EID-NO-ID-TOKEN", "partner", new Effects.TokenAnswer(Map.of(), List.of("id_token")));
    }
}
