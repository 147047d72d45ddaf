package io.eidroutes.identification.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.http.ApiDocument;
import io.eidroutes.http.PostmanCollection;
import io.eidroutes.http.PostmanRun;
import io.eidroutes.simulator.web.Caller;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;

/** The Postman collection from its first request to its last, and the page that shows the calls. */
class ReadyRequestsRunTest extends JourneyTest {

    @LocalManagementPort
    private int managementPort;

    @Test
    void whenTheCollectionIsRunThenEveryAnswerIsTheExpectedAndTheDocumentedOne() throws Exception {
        PostmanRun run = new PostmanRun(PostmanCollection.read(), ApiDocument.load(), application(), Map.of(
                "aitu", SIMULATORS.aitu().base(),
                "returnUrl", SIMULATORS.partner().returnUrl(),
                "redirectUri", application() + "/aitu/callback"));

        run.all();

        assertThat(run.called()).isEqualTo(ApiDocument.load().operations().keySet());
    }

    @Test
    void whenTheManagementPortIsAskedThenItShowsTheCalls() throws Exception {
        assertServed("", "text/html", "<title>eid-routes");
        assertServed("/openapi.yaml", "application/yaml", "openapi: 3.1.0");
        assertServed("/start.js", "text/javascript", "api/openapi.json");
        assertServed("/swagger-ui-bundle.js", "text/javascript", "SwaggerUIBundle");
        assertServed("/swagger-ui.css", "text/css", ".swagger-ui");
        HttpResponse<String> document = served("/openapi.json");
        assertThat(Caller.json(document).path("paths")).isEqualTo(ApiDocument.load().root().path("paths"));
        assertThat(served("/application.yaml").statusCode()).isEqualTo(404);
    }

    private void assertServed(String path, String type, String part) throws Exception {
        HttpResponse<String> answer = served(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        assertThat(answer.body()).contains(part);
    }

    private HttpResponse<String> served(String path) throws Exception {
        return Caller.get("http://127.0.0.1:" + managementPort + "/actuator/api" + path);
    }
}
