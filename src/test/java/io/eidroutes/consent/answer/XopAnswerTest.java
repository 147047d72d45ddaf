package io.eidroutes.consent.answer;

import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Style;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** СМЭВ answers as multipart/related with an XOP root part, whatever the call. */
class XopAnswerTest extends AnswerTest {

    @BeforeEach
    void answerInParts() {
        smev().settings(smev().settings().withReplies(true, "", Style.CXF, false));
    }

    @Test
    void whenTheAnswerComesInPartsThenItAnswersTheClaim() throws Exception {
        assertSucceeded(answerWith(new Effect.Late(100)));
        awaitAcks(1);
    }

    @Test
    void whenAFaultOfEsiaComesInPartsThenItReachesTheCallerVerbatim() throws Exception {
        assertFault(answerWith(Effect.Esia.fault("ESIA-020002", "Учетная запись не найдена")),
                "ESIA-020002", "Учетная запись не найдена", "user");
        awaitAcks(1);
    }
}
