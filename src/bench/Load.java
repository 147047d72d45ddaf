import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends claims to the application, a given number at the same time, and says what that cost the application's process.
 *
 * <p>Arguments: URLs, comma between them, which take turns; request file, warm-up claims, measured claims, callers at the
 * same time, process ids of the application, comma between them. Prints the line of {@link Stopwatch}.
 */
public final class Load {

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<URI> urls;
    private final String request;
    private final int callers;

    private Load(List<URI> urls, String request, int callers) {
        this.urls = urls;
        this.request = request;
        this.callers = callers;
    }

    public static void main(String[] args) throws Exception {
        List<URI> urls = Arrays.stream(args[0].split(",")).map(URI::create).toList();
        Load load = new Load(urls, Files.readString(Path.of(args[1])), Integer.parseInt(args[4]));
        int warmUp = Integer.parseInt(args[2]);
        int claims = Integer.parseInt(args[3]);
        load.send(warmUp);
        Stopwatch stopwatch = Stopwatch.start(args[5]);
        System.out.println(stopwatch.stop(load.send(claims)));
    }

    private long[] send(int claims) throws InterruptedException {
        Semaphore free = new Semaphore(callers);
        CountDownLatch open = new CountDownLatch(claims);
        AtomicInteger wrong = new AtomicInteger();
        long[] latencies = new long[claims];
        for (int i = 0; i < claims; i++) {
            free.acquire();
            int n = i;
            long start = System.nanoTime();
            http.sendAsync(claim(urls.get(n % urls.size())), HttpResponse.BodyHandlers.ofString()).whenComplete((answer, failure) -> {
                latencies[n] = System.nanoTime() - start;
                if (failure != null || answer.statusCode() != 200 || !answer.body().contains("SUCCEEDED")) {
                    wrong.incrementAndGet();
                    System.err.println("wrong answer: " + Optional.ofNullable(failure).map(Throwable::toString)
                            .orElseGet(() -> answer.statusCode() + " " + answer.body()));
                }
                free.release();
                open.countDown();
            });
        }
        open.await();
        if (wrong.get() > 0) {
            System.err.println(wrong + " of " + claims + " claims had no good answer");
            System.exit(1);
        }
        return latencies;
    }

    private HttpRequest claim(URI url) {
        String own = request.replace("9979b075-43dd-41c2-bec4-0db0452243ba", UUID.randomUUID().toString());
        String credentials = Base64.getEncoder().encodeToString("demo:demo".getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(url)
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/json")
                .header("Prefer", "wait=60")
                .POST(HttpRequest.BodyPublishers.ofString(own))
                .build();
    }
}
