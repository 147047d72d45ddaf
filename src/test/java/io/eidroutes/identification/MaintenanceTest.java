package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The operator has maintenance on: no identification begins, and those that began go on to their end. */
class MaintenanceTest extends IdentificationTest {

    @AfterEach
    void end() throws Exception {
        turn(false);
    }

    @Test
    void whenMaintenanceIsOnThenNoneBeginsAndThoseThatBeganGoOn() throws Exception {
        Begun begun = begin();
        turn(true);

        HttpResponse<String> refused = post("shop", "", WITH_RETURN);
        problem(refused, 503, "EID-MAINTENANCE");
        assertThat(refused.headers().firstValueAsLong("Retry-After")).hasValue(10);
        String ticket = ticketIn(identify(begun));
        people.results.put(begun.id(), new byte[] {'{', '}'});
        progress.ready(begun.id());
        assertThat(result(begun, ticket).statusCode()).isEqualTo(200);

        turn(false);
        begin();
    }

    private void turn(boolean on) throws Exception {
        HttpResponse<String> turned = HttpClient.newHttpClient().send(HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/actuator/maintenance"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"on\":" + on + "}")).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(JSON.readTree(turned.body()).path("on").asBoolean()).isEqualTo(on);
    }
}
