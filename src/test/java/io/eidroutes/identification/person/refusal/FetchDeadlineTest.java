package io.eidroutes.identification.person.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eidroutes.failure.FailureSummary;
import io.eidroutes.failure.Kind;
import io.eidroutes.identification.person.PersonTest;
import io.eidroutes.delivery.StandIn;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An adapter that never answers is asked until the time that the setting allows, and then no more. */
class FetchDeadlineTest extends PersonTest {

    @Test
    void whenTheTimeIsOverThenTheIdentificationFailsAndNothingIsAskedAnyMore() {
        adapter().always(StandIn.Reply.of(503, ""));
        UUID id = identified(PARTNER);
        await().until(() -> asked().size() > 1);

        jdbc.sql("update personal_data_fetch set deadline = current_timestamp where identification_id = :id")
                .param("id", id).update();
        FailureSummary failure = awaitFailure(id);
        int askedUntilThen = asked().size();

        assertThat(failure.code()).isEqualTo("deadline");
        assertThat(failure.kind()).isEqualTo(Kind.PARTNER);
        assertThat(rows("personal_data_fetch", id)).isZero();
        adapter().always(StandIn.Reply.of(200, documentedAnswer().toString()));
        awaitStates(id, "fetching", "failed");
        assertThat(asked()).hasSize(askedUntilThen);
    }
}
