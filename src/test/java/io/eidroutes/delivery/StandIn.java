package io.eidroutes.delivery;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A server that gives the answers it was told to, the last one again and again, and keeps what it was asked. */
public final class StandIn {

    private final HttpServer server;
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Reply last = Reply.of(200, "{}");

    /** What was asked. */
    public record Request(String method, String target, Headers headers, String body) {
    }

    /** An answer; with a length of its own to break off, and a pause between its bytes to trickle. */
    public record Reply(int status, String type, byte[] body, int length, long pauseMillis, String location) {

        public static Reply of(int status, String body) {
            return new Reply(status, "application/json", body.getBytes(StandardCharsets.UTF_8), 0, 0, "");
        }

        public Reply as(String otherType) {
            return new Reply(status, otherType, body, length, pauseMillis, location);
        }

        /** Says that it is longer than it is. */
        public Reply broken() {
            return new Reply(status, type, body, body.length + 10, pauseMillis, location);
        }

        public Reply trickling(long millis) {
            return new Reply(status, type, body, length, millis, location);
        }

        public Reply to(String elsewhere) {
            return new Reply(status, type, body, length, pauseMillis, elsewhere);
        }
    }

    public StandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "stand-in");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::serve);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on that answer; what was asked before is forgotten. */
    public void reset(Reply always) {
        replies.clear();
        requests.clear();
        last = always;
    }

    /** Before its usual answer. */
    public void next(Reply... once) {
        replies.addAll(List.of(once));
    }

    public void always(Reply reply) {
        last = reply;
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    private void serve(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(new Request(exchange.getRequestMethod(), exchange.getRequestURI().toString(),
                exchange.getRequestHeaders(), body));
        Reply once = replies.poll();
        Reply reply = once == null ? last : once;
        exchange.getResponseHeaders().set("Content-Type", reply.type());
        if (!reply.location().isEmpty()) {
            exchange.getResponseHeaders().set("Location", reply.location());
        }
        int length = reply.length() == 0 ? reply.body().length : reply.length();
        exchange.sendResponseHeaders(reply.status(), length == 0 ? -1 : length);
        try {
            // Not closed here: an answer that is shorter than it said would leave the connection open.
            write(exchange.getResponseBody(), reply);
        } catch (IOException left) {
            // The client had enough.
        } finally {
            exchange.close();
        }
    }

    private static void write(OutputStream out, Reply reply) throws IOException {
        if (reply.pauseMillis() == 0) {
            out.write(reply.body());
            out.flush();
            return;
        }
        for (byte octet : reply.body()) {
            out.write(octet);
            out.flush();
            try {
                Thread.sleep(reply.pauseMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
