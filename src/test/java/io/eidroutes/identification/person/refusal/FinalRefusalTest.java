package io.eidroutes.identification.person.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eidroutes.failure.FailureSummary;
import io.eidroutes.failure.Family;
import io.eidroutes.identification.person.PersonTest;
import io.eidroutes.delivery.StandIn;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A refusal that ends the identification: nothing is asked again, and the next start renews the requestId. */
abstract class FinalRefusalTest extends PersonTest {

    private final StandIn.Reply reply;
    private final String code;
    private final String kind;
    private final int status;

    /**
     * @param code   the code of the catalogue
     * @param status what the caller of {@code /api/v1/personal-data} gets
     */
    FinalRefusalTest(StandIn.Reply reply, String code, String kind, int status) {
        this.reply = reply;
        this.code = code;
        this.kind = kind;
        this.status = status;
    }

    @Test
    void whenTheAdapterRefusesThenTheIdentificationFailsAndNothingIsAskedAgain() throws Exception {
        adapter().always(reply);

        UUID id = identified(PARTNER);
        FailureSummary failure = awaitFailure(id);

        assertThat(failure.family()).isEqualTo(Family.COID);
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.kind().label()).isEqualTo(kind);
        assertThat(failure.retryable()).isFalse();
        assertThat(asked()).hasSize(1);
        assertThat(work.find(id)).isEmpty();
        assertThat(rows("personal_data_fetch", id)).isZero();
        assertThat(renewals.needed(IIN)).isTrue();
    }

    @Test
    void whenAPartnerAsksForTheDataThenItGetsTheProblem() throws Exception {
        adapter().always(reply);

        HttpResponse<String> answer = askForPersonalData();

        JsonNode problem = problem(answer, status);
        assertThat(problem.path("family").asText()).isEqualTo("coid");
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("kind").asText()).isEqualTo(kind);
        assertThat(problem.path("retryable").asBoolean()).isFalse();
        assertThat(asked()).hasSize(1);
    }

    /** The documented message in an error body, since the documentation does not say in which. */
    static StandIn.Reply message(int status, String message) {
        return StandIn.Reply.of(status, JSON.createObjectNode().put("message", message).toString());
    }
}
