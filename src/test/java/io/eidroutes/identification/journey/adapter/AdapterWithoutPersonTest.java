package io.eidroutes.identification.journey.adapter;

import io.eidroutes.simulator.coid.Effects;
import io.eidroutes.simulator.coid.Shape;
import org.junit.jupiter.api.Test;

/** 200, and nobody in it. */
class AdapterWithoutPersonTest extends FinalRefusalTest {

    @Test
    void whenTheAnswerHoldsNobodyThenTheIdentificationFails() throws Exception {
        refused("no-person", "partner", new Effects.Answer(Shape.WITHOUT_PERSON));
    }
}
