import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends claims to the application, a given number at the same time, and says what that cost the application's process.
 *
 * <p>Arguments: URL, request file, warm-up claims, measured claims, callers at the same time, process id of the
 * application. Prints one line of {@code name=value} pairs.
 */
public final class Load {

    private static final double TICKS_PER_SECOND = 100;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI url;
    private final String request;
    private final int callers;

    private Load(URI url, String request, int callers) {
        this.url = url;
        this.request = request;
        this.callers = callers;
    }

    public static void main(String[] args) throws Exception {
        Load load = new Load(URI.create(args[0]), Files.readString(Path.of(args[1])), Integer.parseInt(args[4]));
        int warmUp = Integer.parseInt(args[2]);
        int claims = Integer.parseInt(args[3]);
        long pid = Long.parseLong(args[5]);
        load.send(warmUp);
        double cpuBefore = cpuSeconds(pid);
        long before = System.nanoTime();
        long[] latencies = load.send(claims);
        double seconds = (System.nanoTime() - before) / 1e9;
        double cpu = cpuSeconds(pid) - cpuBefore;
        Arrays.sort(latencies);
        System.out.printf(java.util.Locale.ROOT, "claims=%d per_second=%.1f cpu_ms=%.2f median_ms=%.0f p99_ms=%.0f%n",
                claims, claims / seconds, cpu * 1000 / claims, latencies[claims / 2] / 1e6, latencies[claims * 99 / 100] / 1e6);
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
            http.sendAsync(claim(), HttpResponse.BodyHandlers.ofString()).whenComplete((answer, failure) -> {
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

    private HttpRequest claim() {
        String own = request.replace("9979b075-43dd-41c2-bec4-0db0452243ba", UUID.randomUUID().toString());
        String credentials = Base64.getEncoder().encodeToString("demo:demo".getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(url)
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/json")
                .header("Prefer", "wait=60")
                .POST(HttpRequest.BodyPublishers.ofString(own))
                .build();
    }

    /** User and system time of a process, in seconds (proc(5), fields 14 and 15 of stat). */
    private static double cpuSeconds(long pid) throws Exception {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }
}
