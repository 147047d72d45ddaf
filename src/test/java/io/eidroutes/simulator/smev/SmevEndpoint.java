package io.eidroutes.simulator.smev;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** The SOAP service over HTTP, broken connections included. */
final class SmevEndpoint implements HttpHandler {

    private static final int LARGEST = 10 * 1024 * 1024;

    private final MessageExchange messages;
    private final Scenarios scenarios;

    SmevEndpoint(MessageExchange messages, Scenarios scenarios) {
        this.messages = messages;
        this.scenarios = scenarios;
    }

    @Override
    public void handle(HttpExchange http) throws IOException {
        try (http) {
            Optional<Operation> announced = Optional.ofNullable(http.getRequestHeaders().getFirst("SOAPAction"))
                    .flatMap(Operation::ofSoapAction);
            if (scenarios.breaksBeforeReading(announced)) {
                return;
            }
            if (!http.getRequestMethod().equals("POST")) {
                http.sendResponseHeaders(405, -1);
                return;
            }
            byte[] body = http.getRequestBody().readNBytes(LARGEST + 1);
            if (body.length > LARGEST) {
                http.sendResponseHeaders(413, -1);
                return;
            }
            write(http, messages.answer(body));
        }
    }

    private static void write(HttpExchange http, Reply reply) throws IOException {
        pause(reply.delayMillis());
        Optional<Effect.Close.Moment> breaks = reply.breaks();
        if (breaks.isPresent() && breaks.get() != Effect.Close.Moment.MID_ANSWER) {
            return;
        }
        http.getResponseHeaders().set("Content-Type", reply.contentType());
        http.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
        if (breaks.isPresent()) {
            http.getResponseBody().write(reply.body(), 0, reply.body().length / 2);
            http.getResponseBody().flush();
        } else if (reply.trickleMillis() > 0) {
            trickle(http.getResponseBody(), reply);
        } else if (reply.body().length > 0) {
            http.getResponseBody().write(reply.body());
            http.getResponseBody().close();
        }
    }

    private static void trickle(OutputStream out, Reply reply) throws IOException {
        for (byte next : reply.body()) {
            pause(reply.trickleMillis());
            out.write(next);
            out.flush();
        }
    }

    private static void pause(long millis) {
        if (millis <= 0) {
            return;
        }
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
