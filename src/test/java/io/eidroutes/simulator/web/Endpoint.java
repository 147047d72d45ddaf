package io.eidroutes.simulator.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All paths under one prefix; a longer registered path wins. */
public final class Endpoint implements HttpHandler {

    /** Answers a request, or writes to the exchange itself where an answer alone does not do. */
    @FunctionalInterface
    public interface Work {
        /** @return empty: the work has written the answer, or broken the connection */
        Optional<Reply> answer(HttpExchange http) throws IOException;
    }

    /** Answers a request. */
    @FunctionalInterface
    public interface Answer {
        Reply to(Request request);
    }

    private final Map<String, Work> works = new LinkedHashMap<>();

    /** @param path exact, or ending with a slash for all paths below it */
    public Endpoint at(String path, Work work) {
        works.put(path, work);
        return this;
    }

    /** The same for work that always answers. */
    public Endpoint answer(String path, Answer answer) {
        return at(path, http -> Optional.of(answer.to(Request.read(http))));
    }

    @Override
    public void handle(HttpExchange http) throws IOException {
        try (http) {
            Optional<Reply> reply;
            try {
                reply = work(http.getRequestURI().getRawPath()).answer(http);
            } catch (Refusal refusal) {
                reply = Optional.of(Reply.json(refusal.status(), Map.of("error", refusal.getMessage())));
            }
            if (reply.isPresent()) {
                write(http, reply.get());
            }
        }
    }

    private Work work(String path) {
        Optional<Work> exact = Optional.ofNullable(works.get(path));
        return exact.orElseGet(() -> works.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("/") && path.startsWith(entry.getKey()))
                .max(Map.Entry.comparingByKey((one, other) -> one.length() - other.length()))
                .map(Map.Entry::getValue)
                .orElseThrow(() -> new Refusal(404, "no such path")));
    }

    /** Writes an answer as it is. */
    public static void write(HttpExchange http, Reply reply) throws IOException {
        reply.headers().forEach(http.getResponseHeaders()::set);
        boolean empty = reply.body().length == 0 || http.getRequestMethod().equals("HEAD");
        http.sendResponseHeaders(reply.status(), empty ? -1 : reply.body().length);
        if (!empty) {
            http.getResponseBody().write(reply.body());
            http.getResponseBody().close();
        }
    }
}
