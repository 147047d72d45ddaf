package io.eidroutes.identification.journey.adapter;

import io.eidroutes.simulator.coid.Effects;
import io.eidroutes.simulator.coid.Shape;
import org.junit.jupiter.api.Test;

/** Another person's data: nobody gets to see them. */
class AdapterWithAnotherPersonTest extends FinalRefusalTest {

    @Test
    void whenTheAnswerIsAboutAnotherPersonThenTheIdentificationFails() throws Exception {
        refused("other-person", "security", new Effects.Answer(Shape.OTHER_IIN));
    }
}
