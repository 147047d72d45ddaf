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
 * Posts JSON, a given number of calls at the same time, each with an id of its own and waiting for nothing but the answer to
 * the call, and says what that cost the processes that were called.
 *
 * <p>Arguments: URLs, comma between them, which take turns; {@code name:password}, what to prefer (RFC 7240), file of the
 * body, status and text that each answer must have, warm-up calls, measured calls, calls at the same time, process ids,
 * comma between them. Prints the line of {@link Stopwatch}.
 */
public final class Calls {

    /** In a body it is replaced by one that no call had before. */
    private static final String ID = "9979b075-43dd-41c2-bec4-0db0452243ba";

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<HttpRequest.Builder> doors;
    private final String body;
    private final int status;
    private final String text;
    private final int callers;

    private Calls(List<HttpRequest.Builder> doors, String body, int status, String text, int callers) {
        this.doors = doors;
        this.body = body;
        this.status = status;
        this.text = text;
        this.callers = callers;
    }

    public static void main(String[] args) throws Exception {
        String credentials = "Basic " + Base64.getEncoder().encodeToString(args[1].getBytes(StandardCharsets.UTF_8));
        List<HttpRequest.Builder> doors = Arrays.stream(args[0].split(",")).map(url -> HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", credentials)
                .header("Content-Type", "application/json")
                .header("Prefer", args[2])).toList();
        Calls calls = new Calls(doors, Files.readString(Path.of(args[3])), Integer.parseInt(args[4]), args[5],
                Integer.parseInt(args[8]));
        calls.send(Integer.parseInt(args[6]));
        Stopwatch stopwatch = Stopwatch.start(args[9]);
        System.out.println(stopwatch.stop(calls.send(Integer.parseInt(args[7]))));
    }

    private long[] send(int count) throws InterruptedException {
        Semaphore free = new Semaphore(callers);
        CountDownLatch open = new CountDownLatch(count);
        AtomicInteger wrong = new AtomicInteger();
        long[] latencies = new long[count];
        for (int i = 0; i < count; i++) {
            free.acquire();
            int n = i;
            HttpRequest request = doors.get(n % doors.size()).copy()
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
}
