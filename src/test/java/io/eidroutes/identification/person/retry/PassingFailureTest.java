package io.eidroutes.identification.person.retry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eidroutes.identification.person.PersonTest;
import io.eidroutes.delivery.StandIn;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A failure that passes: the adapter is asked again until it answers, and nobody who was identified is lost. */
abstract class PassingFailureTest extends PersonTest {

    private final StandIn.Reply reply;
    private final String family;
    private final String code;

    PassingFailureTest(StandIn.Reply reply, String family, String code) {
        this.reply = reply;
        this.family = family;
        this.code = code;
    }

    @Test
    void whenTheFailurePassesThenThePersonIsFetched() throws Exception {
        adapter().next(reply, reply);

        UUID id = identified(PARTNER);

        assertThat(awaitResult(id).at("/personal_data/person/surname").asText()).isEqualTo("ПРИМЕРОВ");
        assertThat(asked()).hasSize(3);
        assertThat(asked()).allSatisfy(request -> {
            assertThat(request.target()).isEqualTo("/adapter/v1/personal-data");
            assertThat(request.body()).isEqualTo(asked().get(0).body());
        });
        assertThat(renewals.needed(IIN)).isFalse();
    }

    @Test
    void whenAPartnerAsksForTheDataThenItIsToldToTryAgain() throws Exception {
        adapter().always(reply);

        JsonNode problem = problem(askForPersonalData(), 503);

        assertThat(problem.path("family").asText()).isEqualTo(family);
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("kind").asText()).isEqualTo("retry");
        assertThat(problem.path("retryable").asBoolean()).isTrue();
        assertThat(asked()).hasSize(1);
    }
}
