package io.eidroutes.identification.journey.idtoken;

import com.fasterxml.jackson.databind.node.TextNode;
import io.eidroutes.simulator.aitu.Effects;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** RFC 8725 §3.11 and §3.12: an access token, signed well, in the place of the id_token. */
class IdTokenOfAnotherTypeTest extends IdTokenTest {

    @Test
    void whenTheTokenIsForAnotherPurposeThenItIsRefused() throws Exception {
        refused(begin(), new Effects.JoseHeader(Map.of("typ", new TextNode("at+jwt")), List.of()), "wrong-type", "security");
    }
}
