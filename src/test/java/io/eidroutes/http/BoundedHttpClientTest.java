package io.eidroutes.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client itself: what it keeps and what it lets go. How bad answers end is shown with the calls that use it. */
class BoundedHttpClientTest {

    private static final int MOST = 1000;

    private final Set<Integer> connections = new ConcurrentSkipListSet<>();
    private final BoundedHttpClient bounded = new BoundedHttpClient(
            new BoundedHttpClient.Limits(Duration.ofSeconds(5), Duration.ofSeconds(5), 1, MOST),
            new Breakers(new SimpleMeterRegistry()).ofUpstream("test",
                    new BreakerSettings(50, 20, Duration.ofSeconds(1)), answer -> answer.getCode() >= 500));
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/", call -> {
            connections.add(call.getRemoteAddress().getPort());
            byte[] body = "x".repeat(Integer.parseInt(call.getRequestURI().getPath().substring(1)))
                    .getBytes(StandardCharsets.US_ASCII);
            call.sendResponseHeaders(200, body.length);
            call.getResponseBody().write(body);
            call.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        bounded.close();
    }

    @Test
    void whenCallsFollowEachOtherThenTheyShareAConnection() throws IOException {
        try (CloseableHttpClient client = client()) {
            for (int call = 0; call < 5; call++) {
                assertThat(get(client, MOST)).hasSize(MOST);
            }
        }
        assertThat(connections).hasSize(1);
    }

    @Test
    void whenAnAnswerIsTooLongThenItsConnectionIsGivenUpAndTheNextCallGoesOn() throws IOException {
        try (CloseableHttpClient client = client()) {
            assertThatThrownBy(() -> get(client, MOST + 1)).isInstanceOf(UnreadableAnswer.class);
            assertThat(get(client, 1)).hasSize(1);
        }
        assertThat(connections).hasSize(2);
    }

    private CloseableHttpClient client() {
        HttpClientBuilder builder = HttpClientBuilder.create();
        bounded.configureHttpClient(builder);
        return builder.build();
    }

    private String get(CloseableHttpClient client, int length) throws IOException {
        return client.execute(new HttpGet("http://127.0.0.1:" + server.getAddress().getPort() + "/" + length),
                answer -> EntityUtils.toString(answer.getEntity()));
    }
}
