package io.eidroutes.identification.journey.idtoken;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.identification.journey.HostileTest;
import io.eidroutes.identification.journey.Visitor;
import io.eidroutes.simulator.aitu.Effects;
import io.eidroutes.simulator.aitu.IdTokenDefect;
import io.eidroutes.simulator.scenario.Effect;
import io.eidroutes.simulator.scenario.Operation;
import io.eidroutes.simulator.scenario.Scenario;
import java.util.Map;

/** An id_token that is refused: the code is spent, the identification failed, nobody was asked for a person's data. */
abstract class IdTokenTest extends HostileTest {

    final void refused(IdTokenDefect defect, String code, String kind) throws Exception {
        refused(begin(), new Effects.IdToken(defect), code, kind);
    }

    final void refused(Map<String, String> asked, IdTokenDefect defect, String code, String kind) throws Exception {
        refused(begin(new Visitor(), asked), new Effects.IdToken(defect), code, kind);
    }

    final void refused(Begun begun, Effect effect, String code, String kind) throws Exception {
        aitu().next(Scenario.on(Operation.TOKEN, effect));

        assertFailed(begun, comeBack(begun), "id-token", code, kind);

        assertTokenRequests(1);
        assertThat(aitu().received().totals().strangerKeyRequests()).isZero();
        assertCounted("id-token " + code + " " + kind);
    }
}
