package io.eidroutes.identification.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.consent.ConsentTest;
import java.net.URI;
import java.net.http.HttpRequest;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Without {@code eid.aitu.base} the job of identification is off, and consents need nothing of it. */
class JobOffTest extends ConsentTest {

    @Autowired
    private CamelContext camel;

    @ParameterizedTest
    @ValueSource(strings = {"personal-data", "token-exchanges"})
    void whenTheJobIsOffThenItsCallsAreNotFound(String call) throws Exception {
        assertThat(call(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/" + call))
                .header("Authorization", basic("demo", "demo")).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")).build()).statusCode()).isEqualTo(404);
    }

    @Test
    void whenTheJobIsOffThenNoneOfItsRoutesIsThere() throws Exception {
        assertThat(camel.getRoute("obtain-person")).isNull();
        assertThat(camel.getRoute("coid-personal-data")).isNull();
        assertThat(camel.getRoute("route-coid-failure")).isNotNull();
        assertThat(manage("/health/readiness").statusCode()).isEqualTo(200);
    }
}
