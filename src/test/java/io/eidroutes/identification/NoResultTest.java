package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.failure.Failure;
import io.eidroutes.failure.FailureSummary;
import io.eidroutes.failure.Family;
import io.eidroutes.failure.Kind;
import org.junit.jupiter.api.Test;

/** Where there is no result, the call says so and spends nothing. */
class NoResultTest extends IdentificationTest {

    @Test
    void whenThePersonalDataCouldNotBeHadThenThereIsNoResult() throws Exception {
        Begun begun = begin();
        String ticket = ticketIn(identify(begun));
        progress.failed(begun.id(), new FailureSummary(Family.COID, "otherwise", Kind.PARTNER, false),
                new Failure.Reported("500", "their words"));

        problem(result(begun, ticket), 409, "no-result");
        assertThat(read(begun).at("/failure/reported/message").asText()).isEqualTo("their words");
    }

    @Test
    void whenNobodyWasIdentifiedThenThereIsNoResultWithoutATicketEither() throws Exception {
        Begun begun = begin("kiosk", "{}");

        problem(post("kiosk", "/" + begun.id() + "/result", ""), 409, "no-result");
    }

    @Test
    void whenTheResultWasErasedThenThereIsNone() throws Exception {
        Begun begun = begin();
        String ticket = ticketIn(identify(begun));
        progress.ready(begun.id());

        problem(result(begun, ticket), 409, "no-result");
    }
}
