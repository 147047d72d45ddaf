package io.eidroutes.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eidroutes.consent.validation.ClaimMutationTest;
import io.eidroutes.consent.validation.Claims;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in through the front door, the caller is told what is wrong with it and nothing of the inside. */
class BadInputTest extends ConsentTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/consent/strict-refusals.csv", delimiter = '|', quoteCharacter = '`', numLinesToSkip = 1,
            maxCharsPerColumn = 8192)
    void whenOneThingIsWrongThenTheProblemNamesIt(String change, String pointer, String rule, String esiaCode) throws Exception {
        HttpResponse<String> answer = send(Claims.changed(change), "application/json");

        JsonNode problem = problem(answer, 422);
        assertThat(problem.path("code").asText()).isEqualTo("invalid-claim");
        assertThat(problem.path("errors")).hasSize(1);
        JsonNode error = problem.at("/errors/0");
        assertThat(error.path("pointer").asText()).isEqualTo(pointer);
        assertThat(error.path("rule").asText()).isEqualTo(rule);
        assertThat(error.path("esia_code").asText("")).isEqualTo(esiaCode == null ? "" : esiaCode);
        assertThat(smev().received().totals().sendRequests()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "text/json", "application/jsonx", "*/*", "application/*", "/", "json",
        "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=x", "application/json; charset=windows-1251",
        "application/json; charset=utf-16", "application/json; charset=nonsense", "application/json; charset="})
    void whenTheMediaTypeIsNotJsonInUtf8ThenUnsupported(String type) throws Exception {
        HttpResponse<String> answer = send(bytes(example().toString()), type);

        assertThat(problem(answer, 415).path("code").asText()).isEqualTo("unsupported-media-type");
    }

    @Test
    void whenNoMediaTypeIsGivenThenUnsupported() throws Exception {
        HttpResponse<String> answer = call(HttpRequest.newBuilder(api("")).header("Authorization", basic("demo", "demo"))
                .POST(HttpRequest.BodyPublishers.ofString(example().toString())).build());

        assertThat(problem(answer, 415).path("code").asText()).isEqualTo("unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json;charset=UTF-8", "Application/JSON; charset=\"utf-8\"", "application/claim+json"})
    void whenTheMediaTypeIsJsonThenTaken(String type) throws Exception {
        assertThat(post(example().toString(), "Content-Type", type).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "1", "\"x\"", "{", "{}}", "{\"a\":1,\"a\":1}", "{'a':1}", "\u0000", "<a/>", "NaN", "a=b"})
    void whenTheBodyIsNoJsonObjectThenRefused(String body) throws Exception {
        HttpResponse<String> answer = send(bytes(body), "application/json");

        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 422);
        problem(answer, answer.statusCode());
    }

    @Test
    void whenTheBodyIsNotUtf8OrCompressedThenRefused() throws Exception {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes(example().toString()));
        }

        problem(send(example().toString().getBytes("windows-1251"), "application/json"), 400);
        problem(send(example().toString().getBytes(StandardCharsets.UTF_16), "application/json"), 400);
        problem(send(compressed.toByteArray(), "application/json"), 400);
    }

    @Test
    void whenTheBodyIsDeeplyNestedThenRefused() throws Exception {
        HttpResponse<String> answer = send(bytes("[".repeat(500_000)), "application/json");

        assertThat(answer.statusCode()).isIn(400, 413);
        problem(answer, answer.statusCode());
    }

    @Test
    void whenTheBodyIsTooLongThenTooLargeWithAndWithoutItsLength() throws Exception {
        byte[] body = bytes(" ".repeat(1_200_000));

        HttpResponse<String> announced = send(body, "application/json");
        HttpResponse<String> chunked = call(HttpRequest.newBuilder(request(""), (name, value) -> true)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))).build());

        assertThat(problem(announced, 413).path("code").asText()).isEqualTo("too-large");
        assertThat(problem(chunked, 413).path("code").asText()).isEqualTo("too-large");
    }

    @ParameterizedTest
    @CsvSource({"PUT,''", "DELETE,''", "PATCH,''", "GET,''", "POST,/1", "PUT,/1", "DELETE,/1", "PATCH,/1"})
    void whenTheMethodDoesNotExistThenNotAllowed(String method, String path) throws Exception {
        HttpResponse<String> answer = call(HttpRequest.newBuilder(api(path)).header("Authorization", basic("demo", "demo"))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString("{}")).build());

        problem(answer, 405);
        assertThat(answer.headers().firstValue("Allow")).isPresent();
    }

    @Test
    void whenOnlyTheHeadIsAskedForThenNotAllowed() throws Exception {
        String id = claimId(post(example().toString(), "Prefer", "respond-async"));

        HttpResponse<String> head = call(HttpRequest.newBuilder(api("/" + id)).header("Authorization", basic("demo", "demo"))
                .method("HEAD", HttpRequest.BodyPublishers.noBody()).build());

        assertThat(head.statusCode()).isEqualTo(405);
        assertThat(head.headers().firstValue("Allow")).contains("GET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1-1-1-1-1", "none", "%20", "%7B%7D", "${body}", "%24%7Bheader.Authorization%7D", "a%0d%0ab",
        "00000000-0000-0000-0000-000000000000", "00000000-0000-0000-0000-0000000000000000000", "%D0%9F%D1%91%D1%82%D1%80", "?id=1", "1?id=2&id=3"})
    void whenTheIdIsNoneOfOursThenUnknown(String id) throws Exception {
        String path = id.replace("{", "%7B").replace("}", "%7D");
        String answer = raw("GET /api/v1/claim-permissions/" + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: "
                + basic("demo", "demo") + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 40").contains("Content-Type: application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "%ZZ", "..", "../..", "%2e%2e%2f", "a/b", "a;b=c", "%2F", "%", "//", "\\", "%F0%28", "{x}"})
    void whenThePathIsMalformedThenRefusedWithoutInternals(String path) throws Exception {
        String answer = raw("GET /api/v1/claim-permissions/" + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: "
                + basic("demo", "demo") + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("Exception", "org.", "Tomcat", "java.");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "NONSENSE\r\n\r\n", "GET\r\n\r\n", "\u0000\u0001\u0002\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET / HTTP/1.1\r\n\r\n",
        "POST /api/v1/claim-permissions HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\nConnection: close\r\n\r\n",
        "POST /api/v1/claim-permissions HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\nConnection: close\r\n\r\n",
        "POST /api/v1/claim-permissions HTTP/1.1\r\nHost: x\r\nBad Header: 1\r\nConnection: close\r\n\r\n",
        "TRACE /api/v1/claim-permissions HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"})
    void whenItIsNoHttpRequestThenRefused(String request) throws Exception {
        String answer = raw(request);

        assertThat(answer).matches("(?s)HTTP/1.1 (4..|505) .*").doesNotContain("Exception", "org.", "Tomcat");
    }

    @Test
    void whenAChunkIsNotAChunkThenRefused() throws Exception {
        String answer = raw("POST /api/v1/claim-permissions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: "
                + basic("demo", "demo") + "\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nnot-a-length\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("Exception", "org.", "Tomcat");
    }

    @Test
    void whenTheHeadersAreTooLongThenRefused() throws Exception {
        HttpResponse<String> answer = post(example().toString(), "X-Long", "x".repeat(64 * 1024));

        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.body()).doesNotContain("Exception", "org.", "Tomcat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "image/png", "nonsense", "application/json;q=0", "/", "*/*"})
    void whenAnotherAnswerIsPreferredThenTheDocumentedOneComesOrItIsRefused(String accept) throws Exception {
        HttpResponse<String> answer = post(example().toString(), "Accept", accept);

        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 406);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Camel", "camel", "CAMEL", "cAmEl"})
    void whenHeadersOfCamelAreSentThenTheyDoNothing(String camel) throws Exception {
        HttpResponse<String> answer = post(example().toString(),
                camel + "HttpResponseCode", "599", camel + "HttpUri", "http://127.0.0.1:1/", camel + "HttpPath", "/other",
                camel + "HttpMethod", "DELETE", camel + "BeanMethodName", "read", camel + "FileName", "x",
                camel + "HttpQuery", "a=b", camel + "ExceptionCaught", "x", camel + "SkipHttpResponse", "true",
                "org.apache.camel.Exchange", "x", "breadcrumbId", "x", "SOAPAction", "urn:Ack");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(SUCCEEDED);
    }

    @Test
    void whenQueryAndHeadersNameAnotherIdThenThePathCounts() throws Exception {
        String id = claimId(post(example().toString()));
        String other = claimId(post(example().toString()));

        HttpResponse<String> read = get(id + "?id=" + other + "&CamelHttpResponseCode=599", "id", other);

        assertThat(read.statusCode()).as(read.body()).isEqualTo(200);
        assertThat(JSON.readTree(read.body()).path("id").asText()).isEqualTo(id);
    }

    @Test
    void whenAnErrorIsForcedByThePathThenNoPageOfTheServerShows() throws Exception {
        HttpResponse<String> answer = call(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/" + UUID.randomUUID()))
                .header("Authorization", basic("demo", "demo")).build());

        problem(answer, 404);
    }

    @Test
    void whenRequestsAreDamagedAtRandomThenEachIsAcceptedOrRefused() throws Exception {
        Random random = new Random(20260402);
        Set<Integer> statuses = new HashSet<>();
        for (int round = 0; round < 300; round++) {
            HttpRequest damaged = HttpRequest.newBuilder(request("", "Prefer", "respond-async"), (name, value) -> true)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(ClaimMutationTest.damaged(random))).build();

            HttpResponse<String> answer = call(damaged);

            assertThat(answer.statusCode()).as("round %d: %s", round, answer.body()).isIn(202, 400, 403, 413, 422);
            statuses.add(answer.statusCode());
        }
        assertThat(statuses).contains(202, 400, 422);
    }

    private HttpResponse<String> send(byte[] body, String type) throws IOException, InterruptedException {
        return call(HttpRequest.newBuilder(api("")).header("Authorization", basic("demo", "demo")).header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build());
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
