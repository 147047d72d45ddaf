package io.eidroutes.identification.journey.token;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.eidroutes.simulator.aitu.Effects;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Members of the answer are missing or of other types than RFC 6749 §5.1 has them. */
class TokenAnswerWrongTypeTest extends TokenAnswerTest {

    @Test
    void whenThereIsNoAccessTokenThenTheAnswerIsRefused() throws Exception {
        refused("EID-UNREADABLE-ANSWER", "partner", new Effects.TokenAnswer(Map.of(), List.of("access_token")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_token", "id_token", "token_type", "scope"})
    void whenATextIsANumberThenTheAnswerIsRefused(String member) throws Exception {
        refused("EID-UNREADABLE-ANSWER", "partner", new Effects.TokenAnswer(Map.of(member, new IntNode(5)), List.of()));
    }

    @Test
    void whenTheTokenTypeIsAnotherThenTheAnswerIsRefused() throws Exception {
        refused("EID-UNREADABLE-ANSWER", "partner", new Effects.TokenAnswer(Map.of("token_type", new TextNode("mac")), List.of()));
    }
}
