import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.Executors;

/**
 * The least program that fetches personal data: it takes the same call as eid-routes does, asks the ЦОИД adapter by the JDK's
 * client, reads the answer and gives it back without the photo. Nothing is checked, counted or tried again.
 *
 * <p>Arguments: port, URL of the adapter's method, {@code login:password} there, calls at the same time.
 */
public final class Fetch {

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpRequest.Builder adapter;

    private Fetch(HttpRequest.Builder adapter) {
        this.adapter = adapter;
    }

    public static void main(String[] args) throws IOException {
        // Without it each answer waits for a delayed ACK.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Fetch fetch = new Fetch(HttpRequest.newBuilder(URI.create(args[1]))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(args[2].getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/json").header("Accept", "application/json"));
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(args[0])), 512);
        server.setExecutor(Executors.newFixedThreadPool(Integer.parseInt(args[3])));
        server.createContext("/api/v1/personal-data", fetch::answer);
        server.start();
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            JsonNode asked = json.readTree(call.getRequestBody());
            String request = json.createObjectNode().put("iin", asked.path("iin").asText())
                    .put("requestId", asked.path("requestId").asText()).toString();
            HttpResponse<byte[]> answer = http.send(adapter.copy().POST(HttpRequest.BodyPublishers.ofString(request)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            byte[] body = withoutPhoto(answer.body());
            call.getResponseHeaders().set("Content-Type", "application/json");
            call.sendResponseHeaders(answer.statusCode(), body.length);
            call.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] withoutPhoto(byte[] answer) throws IOException {
        JsonNode person = json.readTree(answer);
        if (person instanceof ObjectNode object) {
            object.remove("photo");
        }
        return json.writeValueAsBytes(person);
    }
}
