package io.eidroutes.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An upstream that fails is left alone, and tried again after a while. */
class BreakerTest {

    private static final BreakerSettings SETTINGS = new BreakerSettings(50, 4, Duration.ofMillis(300));
    private static final Duration LONG = Duration.ofSeconds(5);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Breakers breakers = new Breakers(meters);
    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch release = new CountDownLatch(1);
    private volatile int status = 200;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setExecutor(command -> new Thread(command).start());
        server.createContext("/", call -> {
            calls.incrementAndGet();
            if (call.getRequestURI().getPath().endsWith("slow")) {
                awaitRelease();
            }
            call.sendResponseHeaders(status, -1);
            call.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        release.countDown();
        server.stop(0);
    }

    @Test
    void whenHalfOfTheWindowFailedThenNoCallLeavesUntilTwoTrialsWentWell() throws Exception {
        try (BoundedHttpClient bounded = bounded(breakers.ofUpstream("it", SETTINGS, answer -> answer.getCode() >= 500));
                CloseableHttpClient client = client(bounded)) {
            AtomicInteger closings = new AtomicInteger();
            breakers.whenClosed("it", closings::incrementAndGet);
            get(client, "/a");
            get(client, "/a");
            status = 503;
            get(client, "/a");
            assertThat(breakers.closed("it")).isTrue();
            get(client, "/a");

            assertThat(breakers.closed("it")).isFalse();
            assertThat(state("it", "open")).isEqualTo(1);
            assertThatThrownBy(() -> get(client, "/a")).isInstanceOf(CircuitOpen.class)
                    .satisfies(thrown -> assertThat(TransportFailures.of((IOException) thrown).code()).isEqualTo("circuit-open"));
            assertThat(calls).hasValue(4);

            status = 200;
            await().pollInterval(Duration.ofMillis(20)).ignoreException(CircuitOpen.class).until(() -> get(client, "/a") == 200);
            assertThat(breakers.closed("it")).isFalse();
            get(client, "/a");
            assertThat(breakers.closed("it")).isTrue();
            assertThat(closings).hasValue(1);
            assertThat(calls).hasValue(6);
        }
    }

    @Test
    void whenATrialFailsThenItIsLeftAloneAgain() throws Exception {
        try (BoundedHttpClient bounded = bounded(breakers.ofUpstream("it", SETTINGS, answer -> answer.getCode() >= 500));
                CloseableHttpClient client = client(bounded)) {
            status = 502;
            for (int call = 0; call < 4; call++) {
                get(client, "/a");
            }
            await().pollInterval(Duration.ofMillis(20)).ignoreException(CircuitOpen.class).until(() -> get(client, "/a") == 502);
            get(client, "/a");

            assertThatThrownBy(() -> get(client, "/a")).isInstanceOf(CircuitOpen.class);
        }
    }

    @Test
    void whenAFailureIsAnAnswerThenItDoesNotCount() throws Exception {
        try (BoundedHttpClient bounded = bounded(breakers.ofUpstream("it", SETTINGS, answer -> answer.getCode() > 500));
                CloseableHttpClient client = client(bounded)) {
            status = 500;
            for (int call = 0; call < 10; call++) {
                assertThat(get(client, "/a")).isEqualTo(500);
            }
        }
        assertThat(breakers.closed("it")).isTrue();
    }

    @Test
    void whenNobodyListensThenThatCounts() throws Exception {
        server.stop(0);
        try (BoundedHttpClient bounded = bounded(breakers.ofUpstream("it", SETTINGS, answer -> false));
                CloseableHttpClient client = client(bounded)) {
            for (int call = 0; call < 4; call++) {
                assertThatThrownBy(() -> get(client, "/a")).isInstanceOf(java.net.ConnectException.class);
            }
            assertThatThrownBy(() -> get(client, "/a")).isInstanceOf(CircuitOpen.class);
        }
    }

    @Test
    void whenNoConnectionOfOursIsFreeThenThatDoesNotCount() throws Exception {
        Breaker breaker = breakers.ofUpstream("it", SETTINGS, answer -> answer.getCode() >= 500);
        try (BoundedHttpClient bounded = new BoundedHttpClient(
                new BoundedHttpClient.Limits(Duration.ofMillis(50), LONG, 1, 1000), breaker);
                CloseableHttpClient client = client(bounded)) {
            Thread slow = new Thread(() -> assertThat(uncheckedGet(client, "/slow")).isEqualTo(200));
            slow.start();
            await().until(() -> calls.get() == 1);
            for (int call = 0; call < 6; call++) {
                assertThatThrownBy(() -> get(client, "/a")).isInstanceOf(ConnectionRequestTimeoutException.class);
            }
            release.countDown();
            slow.join();

            assertThat(get(client, "/a")).isEqualTo(200);
        }
        assertThat(breakers.closed("it")).isTrue();
    }

    @Test
    void whenOnePathFailsThenTheOthersAreCalled() throws Exception {
        try (BoundedHttpClient bounded = bounded(breakers.ofPaths("it", SETTINGS, answer -> answer.getCode() >= 500));
                CloseableHttpClient client = client(bounded)) {
            status = 503;
            for (int call = 0; call < 4; call++) {
                get(client, "/base/token?code=" + call);
            }
            status = 200;

            assertThatThrownBy(() -> get(client, "/base/token?code=5")).isInstanceOf(CircuitOpen.class);
            assertThat(get(client, "/base/keys")).isEqualTo(200);
        }
        assertThat(breakers.closed("it-token")).isFalse();
        assertThat(breakers.closed("it-keys")).isTrue();
    }

    @Test
    void whenOneHostFailsThenTheOthersAreCalled() throws Exception {
        try (BoundedHttpClient bounded = bounded(breakers.ofHosts("it", SETTINGS, answer -> answer.getCode() >= 500));
                CloseableHttpClient client = client(bounded)) {
            status = 503;
            for (int call = 0; call < 4; call++) {
                get(client, "/hook");
            }
            status = 200;

            assertThatThrownBy(() -> get(client, "/hook")).isInstanceOf(CircuitOpen.class);
            int other = client.execute(new HttpGet("http://localhost:" + server.getAddress().getPort() + "/hook"),
                    answer -> answer.getCode());
            assertThat(other).isEqualTo(200);
        }
    }

    @Test
    void whenSettingsMakeNoSenseThenTheyAreRefused() {
        assertThatThrownBy(() -> new BreakerSettings(0, 4, LONG)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BreakerSettings(101, 4, LONG)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BreakerSettings(50, 1, LONG)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BreakerSettings(50, 4, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    private double state(String name, String state) {
        return meters.get("resilience4j.circuitbreaker.state").tags("name", name, "state", state).gauge().value();
    }

    private static BoundedHttpClient bounded(Breaker breaker) {
        return new BoundedHttpClient(new BoundedHttpClient.Limits(LONG, LONG, 4, 1000), breaker);
    }

    private static CloseableHttpClient client(BoundedHttpClient bounded) {
        HttpClientBuilder builder = HttpClientBuilder.create();
        bounded.configureHttpClient(builder);
        return builder.build();
    }

    private int get(CloseableHttpClient client, String path) throws IOException {
        return client.execute(new HttpGet("http://127.0.0.1:" + server.getAddress().getPort() + path), answer -> answer.getCode());
    }

    private int uncheckedGet(CloseableHttpClient client, String path) {
        try {
            return get(client, path);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitRelease() {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
