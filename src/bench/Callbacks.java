import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings callbacks to eid-routes and to an application with Spring Security's OAuth2 client in turn, a given number at the
 * same time, and says what they cost the process of each. What a browser does before the callback is done before the clock
 * is read.
 *
 * <p>Arguments: URL of eid-routes, its process id, URL of Spring's application, its process id, URL of the stand-ins,
 * warm-up callbacks, callbacks of a run, callbacks at the same time, runs. Prints a line a run: subject, tab,
 * {@code name=value} pairs.
 */
public final class Callbacks {

    /** As many people as eid-routes fetches at the same time ({@code eid.coid.fetch.workers}). */
    private static final int HANDS = 16;
    /** Longer than a run takes, shorter than eid-routes waits for the adapter. */
    private static final int HELD_MILLIS = 20_000;
    private static final String PARTNER =
            "Basic " + Base64.getEncoder().encodeToString("partner:partner".getBytes(StandardCharsets.UTF_8));
    private static final Pattern START_URL = Pattern.compile("\"start_url\":\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final Pattern DELIVERED = Pattern.compile("\"delivered\":(\\d+)");

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String simulators;
    private final int callers;
    private final ExecutorService hands;
    private List<Prepared> last = List.of();
    private long fetchedBefore;

    /** A callback that a browser is about to make. */
    private record Prepared(URI url, String cookie, String id) {
    }

    /** What a run cost. */
    private record Cost(double cpuMillis, double perSecond, double median, double last) {
    }

    /** One of the two applications. */
    private interface Application {

        Prepared prepare() throws Exception;

        /** Throws where the login did not succeed. */
        void check(Prepared prepared, HttpResponse<String> answer) throws Exception;

        String pid();
    }

    private Callbacks(String simulators, int callers) {
        this.simulators = simulators;
        this.callers = callers;
        this.hands = Executors.newFixedThreadPool(callers, work -> {
            Thread browser = new Thread(work, "browser");
            browser.setDaemon(true);
            return browser;
        });
    }

    public static void main(String[] args) {
        try {
            compare(args);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void compare(String[] args) throws Exception {
        Callbacks load = new Callbacks(args[4], Integer.parseInt(args[7]));
        Application ours = load.ours(args[0], args[1]);
        Application springs = load.springs(args[2], args[3]);
        int warmUp = Integer.parseInt(args[5]);
        int callbacks = Integer.parseInt(args[6]);
        // Alternating, in parts that fit into memory as sessions.
        for (int left = warmUp; left > 0; left -= 2000) {
            load.run(springs, Math.min(left, 2000));
            load.run(ours, Math.min(left, 2000));
            load.awaitFetched(Math.min(left, 2000));
        }
        for (int run = 1; run <= Integer.parseInt(args[8]); run++) {
            print("Spring Security's OAuth2 client", load.run(springs, callbacks));
            load.hold();
            print("eid-routes: the same, stored", load.run(ours, callbacks));
            load.requireHeld();
            load.awaitFetched(callbacks);
            print("eid-routes with personal data, stored", load.run(ours, callbacks, () -> load.awaitFetched(callbacks)));
            load.requireReady(args[0]);
        }
    }

    private static void print(String subject, Cost cost) {
        System.out.printf(Locale.ROOT, "%s\tcpu_ms=%.2f per_second=%.0f median_ms=%.0f p99_ms=%.0f%n", subject, cost.cpuMillis(),
                cost.perSecond(), cost.median(), cost.last());
    }

    private interface Step {
        void go() throws Exception;
    }

    private Cost run(Application application, int callbacks) throws Exception {
        return run(application, callbacks, () -> { });
    }

    /** @param end what belongs to the run after the last answer */
    private Cost run(Application application, int callbacks, Step end) throws Exception {
        List<Prepared> prepared = prepare(application, callbacks);
        last = prepared;
        List<HttpResponse<String>> answers = new ArrayList<>(java.util.Collections.nCopies(callbacks, null));
        long[] latencies = new long[callbacks];
        fetchedBefore = delivered();
        double cpuBefore = Stopwatch.cpuSeconds(List.of(application.pid()));
        long before = System.nanoTime();
        Semaphore free = new Semaphore(callers);
        CountDownLatch open = new CountDownLatch(callbacks);
        for (int i = 0; i < callbacks; i++) {
            free.acquire();
            int n = i;
            long start = System.nanoTime();
            http.sendAsync(request(prepared.get(n).url().toString(), prepared.get(n).cookie()).build(),
                    HttpResponse.BodyHandlers.ofString()).whenComplete((answer, failure) -> {
                        latencies[n] = System.nanoTime() - start;
                        answers.set(n, answer);
                        free.release();
                        open.countDown();
                    });
        }
        open.await();
        double seconds = (System.nanoTime() - before) / 1e9;
        end.go();
        seconds = Math.max(seconds, (System.nanoTime() - before) / 1e9);
        // What ends after the last answer belongs to it.
        TimeUnit.MILLISECONDS.sleep(300);
        double cpu = Stopwatch.cpuSeconds(List.of(application.pid())) - cpuBefore;
        for (int i = 0; i < callbacks; i++) {
            application.check(prepared.get(i), answers.get(i));
        }
        Arrays.sort(latencies);
        System.err.printf(Locale.ROOT, "%d callbacks in %.1f s, %.2f ms of CPU each%n", callbacks, seconds, cpu * 1000 / callbacks);
        return new Cost(cpu * 1000 / callbacks, callbacks / seconds, latencies[callbacks / 2] / 1e6,
                latencies[callbacks * 99 / 100] / 1e6);
    }

    private List<Prepared> prepare(Application application, int callbacks) {
        AtomicInteger next = new AtomicInteger();
        Prepared[] prepared = new Prepared[callbacks];
        List<CompletableFuture<Void>> browsers = new ArrayList<>();
        for (int caller = 0; caller < callers; caller++) {
            browsers.add(CompletableFuture.runAsync(() -> {
                for (int n = next.getAndIncrement(); n < callbacks; n = next.getAndIncrement()) {
                    try {
                        prepared[n] = application.prepare();
                    } catch (Exception e) {
                        throw new IllegalStateException("no callback could be prepared", e);
                    }
                }
            }, hands));
        }
        browsers.forEach(CompletableFuture::join);
        return List.of(prepared);
    }

    private Application ours(String url, String pid) {
        return new Application() {
            @Override
            public Prepared prepare() throws Exception {
                String created = send(request(url + "/api/v1/identifications", "").header("Authorization", PARTNER)
                        .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString("{}")), 201).body();
                return authorized(send(request(found(START_URL, created), ""), 302), found(ID, created));
            }

            @Override
            public void check(Prepared prepared, HttpResponse<String> answer) throws Exception {
                require(answer, 303, "/identifications/outcome?outcome=");
                if (location(answer).contains("outcome=failed")) {
                    throw new IllegalStateException("the identification failed: " + location(answer));
                }
            }

            @Override
            public String pid() {
                return pid;
            }
        };
    }

    private Application springs(String url, String pid) {
        return new Application() {
            @Override
            public Prepared prepare() throws Exception {
                return authorized(send(request(url + "/oauth2/authorization/aitu", ""), 302), "");
            }

            @Override
            public void check(Prepared prepared, HttpResponse<String> answer) throws Exception {
                require(answer, 302, url + "/");
                if (location(answer).contains("error")) {
                    throw new IllegalStateException("the login failed: " + location(answer));
                }
                // A user who is not known is sent to log in: that this one is not shows that it is known.
                send(request(url + "/end", cookie(answer)), 200);
            }

            @Override
            public String pid() {
                return pid;
            }
        };
    }

    /** The user goes to Aitu Passport and is identified there at once. */
    private Prepared authorized(HttpResponse<String> start, String id) throws Exception {
        return new Prepared(URI.create(location(send(request(location(start), ""), 303))), cookie(start), id);
    }

    /** The first people that are fetched wait at the adapter, and the others behind them, until the run is over. */
    private void hold() throws Exception {
        control("/coid/control/scenario", "{\"operation\":\"PERSONAL_DATA\",\"times\":" + HANDS
                + ",\"effects\":[{\"do\":\"slow\",\"millis\":" + HELD_MILLIS + "}]}");
    }

    private void requireHeld() throws Exception {
        if (delivered() - fetchedBefore > HANDS) {
            throw new IllegalStateException("the run took longer than the personal data were held back");
        }
    }

    private void awaitFetched(int people) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (delivered() - fetchedBefore < people) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the personal data are not fetched");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** A sample of the last run: what was fetched is stored. */
    private void requireReady(String url) throws Exception {
        for (int n = 0; n < last.size(); n += 100) {
            String read = send(request(url + "/api/v1/identifications/" + last.get(n).id(), "")
                    .header("Authorization", PARTNER), 200).body();
            if (!read.contains("\"state\":\"ready\"")) {
                throw new IllegalStateException("not stored: " + read);
            }
        }
    }

    private long delivered() throws Exception {
        return Long.parseLong(found(DELIVERED, send(request(simulators + "/coid/control/received", ""), 200).body()));
    }

    private void control(String path, String body) throws Exception {
        send(request(simulators + path, "").header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)), 200);
    }

    private static HttpRequest.Builder request(String url, String cookie) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, int status) throws Exception {
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        require(answer, status, "");
        return answer;
    }

    private static void require(HttpResponse<String> answer, int status, String location) {
        if (answer == null || answer.statusCode() != status
                || !answer.headers().firstValue("Location").orElse("").contains(location)) {
            throw new IllegalStateException(answer == null ? "no answer"
                    : answer.statusCode() + " " + answer.headers().map() + " " + answer.body());
        }
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("not in the answer: " + pattern);
        }
        return matcher.group(1);
    }
}
