package io.eidroutes.consent.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** A client may use a routing code that the configured endpoint does not carry: nothing is sent. */
class OtherRoutingCodeTest extends FaultTest {

    @Test
    void whenTheEndpointDoesNotCarryTheRoutingCodeThenTheClaimEndsUnsent() throws Exception {
        claim.put("org_ogrn", OTHER_OGRN).put("routing_code", "UAT");

        HttpResponse<String> answer = post(claim.toString(), "Authorization", OTHER_CLIENT, "Prefer", "wait=20");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).at("/error_status_info/code").asText()).isEqualTo("EID-ROUTING-CODE");
        assertThat(answer.headers().firstValue("EID-Failure-Kind")).contains("partner");
        assertThat(smev().received().totals().sendRequests()).isZero();
    }
}
