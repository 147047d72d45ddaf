package io.eidroutes.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.eidroutes.simulator.aitu.CoidFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The ready requests under {@code src/docs} are of calls that there are, and none is left out. */
class ReadyRequestsTest {

    private static final Path HTTP_FILE = Path.of("src/docs/requests.http");
    private static final String APPLICATION = "{{application}}";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ApiDocument document = ApiDocument.load();

    @Test
    void whenTheHttpFileIsReadThenEachCallIsThereWithABodyThatItsSchemaTakes() throws IOException {
        Set<String> called = new TreeSet<>();
        Set<String> iins = new TreeSet<>();
        String text = Files.readString(HTTP_FILE);
        for (String request : text.substring(text.indexOf("###")).split("(?m)^###.*\n")) {
            if (request.isBlank()) {
                continue;
            }
            String[] parts = request.split("\n\n", 2);
            String[] line = parts[0].lines().findFirst().orElseThrow().split(" ");
            String operation = operation(line[0], line[1]);
            called.add(operation);
            if (parts.length == 2 && !parts[1].isBlank()) {
                assertThat(parts[0]).contains("Content-Type: application/json");
                document.assertRequest(operation, parts[1]);
                iins.add(JSON.readTree(parts[1]).path("iin").asText());
            }
        }

        assertThat(called).isEqualTo(document.operations().keySet());
        assertThat(iins).containsAll(testIins());
        text.lines().filter(written -> written.startsWith("@")).map(written -> written.substring(1).split(" = ")[0])
                .forEach(variable -> assertThat(text).contains("{{" + variable + "}}"));
    }

    @Test
    void whenTheCollectionIsReadThenEachCallIsThereAndEachRequestHasItsExpectedStatus() throws IOException {
        Set<String> called = new TreeSet<>();
        Set<String> iins = new TreeSet<>();
        for (PostmanCollection.Item item : PostmanCollection.read().items()) {
            assertThat(PostmanScript.status(item.script())).as(item.name()).isPresent();
            if (!item.url().startsWith(APPLICATION)) {
                continue;
            }
            String operation = operation(item.method(), item.url());
            called.add(operation);
            item.examples().forEach((status, body) -> {
                assertThat(PostmanScript.status(item.script())).as(item.name()).hasValue(status);
                document.assertBody(operation, status, status < 300 ? "application/json" : "application/problem+json", body);
            });
            JsonNode body = JSON.readTree(item.body().filter(text -> text.length() > 1).orElse("{}"));
            iins.add(body.path("iin").asText());
        }

        assertThat(called).isEqualTo(document.operations().keySet());
        assertThat(iins).containsAll(testIins());
    }

    private String operation(String method, String url) {
        assertThat(url).startsWith(APPLICATION);
        String path = url.substring(APPLICATION.length()).split("\\?")[0];
        return document.operationOf(method, path).orElseThrow(() -> new AssertionError("no call: " + method + " " + path));
    }

    private static Set<String> testIins() {
        return Arrays.stream(CoidFailure.values()).map(CoidFailure::iin).collect(Collectors.toSet());
    }
}
