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
 * Posts JSON, a given number of calls at the same time, each with an id of its own and waiting for nothing but the answer to
 * the call, and says what that cost the process that was called.
 *
 * <p>Arguments: URL, {@code name:password}, file of the body, status and text that each answer must have, warm-up calls,
 * measured calls, calls at the same time, process id. Prints one line of {@code name=value} pairs.
 */
public final class Calls {

    private static final double TICKS_PER_SECOND = 100;
    /** In a body it is replaced by one that no call had before. */
    private static final String ID = "9979b075-43dd-41c2-bec4-0db0452243ba";

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpRequest.Builder call;
    private final String body;
    private final int status;
    private final String text;
    private final int callers;

    private Calls(HttpRequest.Builder call, String body, int status, String text, int callers) {
        this.call = call;
        this.body = body;
        this.status = status;
        this.text = text;
        this.callers = callers;
    }

    public static void main(String[] args) throws Exception {
        HttpRequest.Builder call = HttpRequest.newBuilder(URI.create(args[0]))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(args[1].getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/json")
                .header("Prefer", "respond-async");
        Calls calls = new Calls(call, Files.readString(Path.of(args[2])), Integer.parseInt(args[3]), args[4],
                Integer.parseInt(args[7]));
        int measured = Integer.parseInt(args[6]);
        long pid = Long.parseLong(args[8]);
        calls.send(Integer.parseInt(args[5]));
        double cpuBefore = cpuSeconds(pid);
        long before = System.nanoTime();
        long[] latencies = calls.send(measured);
        double seconds = (System.nanoTime() - before) / 1e9;
        double cpu = cpuSeconds(pid) - cpuBefore;
        Arrays.sort(latencies);
        System.out.printf(java.util.Locale.ROOT, "calls=%d per_second=%.1f cpu_ms=%.3f median_ms=%.1f p99_ms=%.1f%n", measured,
                measured / seconds, cpu * 1000 / measured, latencies[measured / 2] / 1e6, latencies[measured * 99 / 100] / 1e6);
    }

    private long[] send(int count) throws InterruptedException {
        Semaphore free = new Semaphore(callers);
        CountDownLatch open = new CountDownLatch(count);
        AtomicInteger wrong = new AtomicInteger();
        long[] latencies = new long[count];
        for (int i = 0; i < count; i++) {
            free.acquire();
            int n = i;
            HttpRequest request = call.copy()
                    .POST(HttpRequest.BodyPublishers.ofString(body.replace(ID, UUID.randomUUID().toString()))).build();
            long start = System.nanoTime();
            http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).whenComplete((answer, failure) -> {
                latencies[n] = System.nanoTime() - start;
                if (failure != null || answer.statusCode() != status || !answer.body().contains(text)) {
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
            System.err.println(wrong + " of " + count + " calls had no good answer");
            System.exit(1);
        }
        return latencies;
    }

    /** User and system time of a process, in seconds (proc(5), fields 14 and 15 of stat). */
    private static double cpuSeconds(long pid) throws Exception {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }
}
