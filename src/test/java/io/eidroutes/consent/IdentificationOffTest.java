package io.eidroutes.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Where Aitu Passport's address is not set there is no identification job, and nothing else of it is asked for. */
class IdentificationOffTest extends ConsentTest {

    @Autowired
    private CamelContext camel;

    @Test
    void whenTheJobIsOffThenNoRouteOfItStands() {
        assertThat(camel.getRoutes()).extracting(org.apache.camel.Route::getRouteId)
                .contains("answer-call").doesNotContain("callback-identification", "start-identification", "create-identification",
                        "expire-identification", "exchange-token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/identifications", "/api/v1/identifications/1", "/identifications/start/x", "/aitu/callback?code=x",
        "/identifications/outcome"})
    void whenTheJobIsOffThenItsCallsDoNotExist(String path) throws Exception {
        HttpResponse<String> answer = call(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", basic("demo", "demo")).build());

        problem(answer, 404);
    }
}
