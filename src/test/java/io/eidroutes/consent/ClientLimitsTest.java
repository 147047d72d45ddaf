package io.eidroutes.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a client's settings do not allow is refused, and nothing of it is kept. */
class ClientLimitsTest extends ConsentTest {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whenTheOrganisationIsNotTheClientsThenRefusedAndNothingIsStored() throws Exception {
        ObjectNode claim = example().put("org_ogrn", OTHER_OGRN);

        assertRefused(claim, basic("demo", "demo"), "/org_ogrn client-ogrn");
    }

    @Test
    void whenTheRoutingCodeIsNotTheClientsThenRefusedAndNothingIsStored() throws Exception {
        ObjectNode claim = example().put("routing_code", "PROD");

        assertRefused(claim, basic("demo", "demo"), "/routing_code client-routing-code");
    }

    @Test
    void whenNeitherIsTheClientsThenBothAreNamed() throws Exception {
        ObjectNode claim = example().put("routing_code", "PROD").put("org_ogrn", OTHER_OGRN);

        assertRefused(claim, basic("demo", "demo"), "/org_ogrn client-ogrn", "/routing_code client-routing-code");
    }

    @Test
    void whenTheClientHasNoSuchJobThenRefusedAndNothingIsStored() throws Exception {
        assertRefused(example(), basic("jobless", "jobless"), " client-job");
    }

    private void assertRefused(ObjectNode claim, String authorization, String... errors) throws Exception {
        List<Integer> before = stored();

        HttpResponse<String> answer = post(claim.toString(), "Authorization", authorization, "Idempotency-Key", "not-kept");

        JsonNode problem = problem(answer, 403);
        assertThat(problem.path("code").asText()).isEqualTo("not-permitted");
        assertThat(problem.path("errors")).extracting(error -> error.path("pointer").asText() + " " + error.path("rule").asText())
                .containsExactlyInAnyOrder(errors);
        assertThat(stored()).isEqualTo(before);
        assertThat(smev().received().totals().sendRequests()).isZero();
    }

    private List<Integer> stored() {
        return List.of("claim", "open_claim", "attempt", "outcome", "delivery").stream()
                .map(table -> jdbc.sql("select count(*) from " + table).query(Integer.class).single()).toList();
    }
}
