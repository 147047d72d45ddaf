package io.eidroutes.consent.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** While the route is suspended files wait in the inbox. */
class SuspendedInboxTest extends FileTest {

    @Autowired
    private CamelContext camel;

    @Test
    void whenTheRouteIsSuspendedThenFilesWaitUntilItGoesOn() throws Exception {
        String name = newName();
        camel.getRouteController().suspendRoute("from-file");
        try {
            put(name, example().toString());
            // Something that takes longer than several looks at the inbox.
            assertThat(answerTo(example()).path("status").asText()).isEqualTo("SUCCEEDED");
            assertThat(inInbox(name + ".json")).exists();
        } finally {
            camel.getRouteController().resumeRoute("from-file");
        }

        awaitResponse(name);
        awaitGone(name);
    }
}
