package io.eidroutes.identification.journey.adapter;

import io.eidroutes.simulator.coid.Effects;
import io.eidroutes.simulator.coid.Shape;
import io.eidroutes.simulator.scenario.Disturbance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page, JSON of another shape, or a member twice. */
class AdapterAnswerNotJsonTest extends PassingFailureTest {

    @ParameterizedTest
    @ValueSource(strings = {"<html></html>", "[{\"person\":{}}]", "{\"person\":", "{\"person\":{},\"person\":{}}"})
    void whenTheAnswerIsNoJsonObjectThenItIsAskedAgain(String body) throws Exception {
        passes("transport", "unreadable-answer", Disturbance.Http.json(body));
    }

    @Test
    void whenTheAnswerIsAListThenItIsAskedAgain() throws Exception {
        passes("transport", "unreadable-answer", new Effects.Answer(Shape.ARRAY));
    }
}
