package io.eidroutes.identification.person.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eidroutes.failure.FailureSummary;
import io.eidroutes.failure.Kind;
import io.eidroutes.identification.person.PersonTest;
import io.eidroutes.delivery.StandIn;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A code that no document names is kept verbatim for the partner, and nowhere else. */
class UnknownCoidCodeTest extends PersonTest {

    private static final StandIn.Reply REPLY = StandIn.Reply.of(409, "{\"code\":\"COID_77\",\"message\":\"нечто новое\"}");

    @Test
    void whenTheCodeIsUnknownThenTheIdentificationFailsAndTheWordsAreKept() {
        adapter().always(REPLY);

        UUID id = identified(PARTNER);
        FailureSummary failure = awaitFailure(id);

        assertThat(failure.code()).isEqualTo("other");
        assertThat(failure.kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(reported(id).code()).isEqualTo("COID_77");
        assertThat(reported(id).message()).contains("нечто новое");
        assertThat(asked()).hasSize(1);
        assertThat(renewals.needed(IIN)).isTrue();
    }

    @Test
    void whenAPartnerAsksForTheDataThenItGetsTheCodeVerbatim() throws Exception {
        adapter().always(REPLY);

        JsonNode problem = problem(askForPersonalData(), 502);

        assertThat(problem.path("code").asText()).isEqualTo("COID_77");
        assertThat(problem.path("kind").asText()).isEqualTo("unknown");
        assertThat(metrics()).contains("code=\"other\",family=\"coid\"").doesNotContain("COID_77");
    }
}
