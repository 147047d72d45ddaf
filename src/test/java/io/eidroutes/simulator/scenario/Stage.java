package io.eidroutes.simulator.scenario;

import com.sun.net.httpserver.HttpExchange;
import io.eidroutes.simulator.web.Endpoint;
import io.eidroutes.simulator.web.Reply;
import io.eidroutes.simulator.web.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;

/**
 * One operation over HTTP with whatever its scenarios do to it.
 *
 * @param arrival   told of each request, before anything is done to it
 * @param words     what {@code when} of a scenario is compared with
 * @param elsewhere where a redirect without a location of its own leads
 */
public record Stage(Operation operation, Scenarios scenarios, Consumer<Request> arrival, Function<Request, String> words,
                    String elsewhere, Play play) implements Endpoint.Work {

    /** The work itself. */
    @FunctionalInterface
    public interface Play {
        /** @param effects those of the scenario; what is no {@link Disturbance} is for the work to play */
        Reply answer(Request request, List<Effect> effects);
    }

    @Override
    public Optional<Reply> answer(HttpExchange http) throws IOException {
        if (scenarios.breaksBeforeReading(operation)) {
            return Optional.empty();
        }
        Request request = Request.read(http);
        arrival.accept(request);
        List<Effect> effects = scenarios.take(operation, words.apply(request));
        List<Disturbance> disturbances = effects.stream()
                .filter(Disturbance.class::isInstance).map(Disturbance.class::cast).toList();
        boolean worked = disturbances.stream().allMatch(Disturbance::afterWork);
        Reply reply = worked ? play.answer(request, effects) : Reply.text(200, "text/plain", "");
        for (Disturbance disturbance : disturbances) {
            reply = changed(reply, disturbance);
        }
        return write(http, reply, disturbances);
    }

    private Reply changed(Reply reply, Disturbance disturbance) {
        if (disturbance instanceof Disturbance.Http other) {
            return Reply.text(other.status(), other.contentType(), other.body());
        }
        if (disturbance instanceof Disturbance.Redirect redirect) {
            return new Reply(redirect.status(), Map.of("Location",
                    redirect.location().isEmpty() ? elsewhere : redirect.location()), new byte[0]);
        }
        if (disturbance instanceof Disturbance.Replace replace) {
            return reply.withBody(new String(reply.body(), StandardCharsets.UTF_8).replace(replace.text(), replace.by())
                    .getBytes(StandardCharsets.UTF_8));
        }
        if (disturbance instanceof Disturbance.Header header) {
            return reply.with(header.name(), header.value());
        }
        if (disturbance instanceof Disturbance.Huge huge) {
            Reply padded = reply.withBody(padded(reply.body(), huge.bytes()));
            return huge.gzip() ? padded.withBody(zipped(padded.body())).with("Content-Encoding", "gzip") : padded;
        }
        return reply;
    }

    private static byte[] padded(byte[] body, int bytes) {
        byte[] before = new String(body, StandardCharsets.UTF_8).replaceFirst("}\\s*$", ",\"padding\":\"")
                .getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(before, before.length + bytes + 2);
        Arrays.fill(all, before.length, all.length - 2, (byte) 'x');
        all[all.length - 2] = '"';
        all[all.length - 1] = '}';
        return all;
    }

    private static byte[] zipped(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static Optional<Reply> write(HttpExchange http, Reply reply, List<Disturbance> disturbances) throws IOException {
        boolean half = false;
        long pause = 0;
        for (Disturbance disturbance : disturbances) {
            if (disturbance instanceof Disturbance.Slow slow && !pause(slow.millis())) {
                return Optional.empty();
            }
            if (disturbance instanceof Disturbance.Trickle trickle) {
                pause = trickle.millis();
            }
            if (disturbance instanceof Disturbance.Close close) {
                half = close.moment() == Disturbance.Close.Moment.MID_ANSWER;
                if (!half) {
                    return Optional.empty();
                }
            }
        }
        if (!half && pause == 0) {
            return Optional.of(reply);
        }
        reply.headers().forEach(http.getResponseHeaders()::set);
        http.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
        OutputStream out = http.getResponseBody();
        if (half) {
            out.write(reply.body(), 0, reply.body().length / 2);
            out.flush();
            return Optional.empty();
        }
        for (byte next : reply.body()) {
            if (!pause(pause)) {
                return Optional.empty();
            }
            out.write(next);
            out.flush();
        }
        return Optional.empty();
    }

    /** False where the stand-in is being stopped. */
    private static boolean pause(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
