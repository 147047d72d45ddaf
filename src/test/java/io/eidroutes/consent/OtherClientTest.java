package io.eidroutes.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A client sees its own claims and cannot even learn that there are others. */
class OtherClientTest extends ConsentTest {

    @Test
    void whenAnotherClientAsksThenTheClaimIsUnknownToIt() throws Exception {
        String id = claimId(post(example().toString()));

        HttpResponse<String> others = get(id, "Authorization", OTHER_CLIENT);
        HttpResponse<String> nobodys = get(UUID.randomUUID().toString(), "Authorization", OTHER_CLIENT);
        HttpResponse<String> own = get(id);

        assertThat(problem(others, 404).path("code").asText()).isEqualTo("unknown-claim");
        assertThat(others.body()).isEqualTo(nobodys.body());
        assertThat(others.headers().map().keySet()).isEqualTo(nobodys.headers().map().keySet());
        assertThat(own.statusCode()).isEqualTo(200);
    }
}
