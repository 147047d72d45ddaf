package io.eidroutes.smev;

import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import io.eidroutes.http.BoundedAnswer;
import io.eidroutes.http.TransportFailures;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.apache.camel.Exchange;

/** Reads СМЭВ's HTTP answer: bounded in size and in time as a whole, so that a trickle ends too. */
final class SmevHttp {

    private final BoundedAnswer bounds;

    SmevHttp(int maxAnswerBytes, Duration deadline) {
        this.bounds = new BoundedAnswer(maxAnswerBytes, deadline, () -> Failure.of(Family.TRANSPORT, "unreadable-answer"));
    }

    /**
     * Body in: the answer's stream. Body out: its bytes. Variable out: {@code answerType}, its Content-Type.
     *
     * @throws Failure transport, unless the answer is 200 or 500 and no page, so that it may be a SOAP envelope
     */
    void readAnswer(Exchange exchange) throws IOException {
        Integer status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        String type = exchange.getMessage().getHeader(Exchange.CONTENT_TYPE, String.class);
        byte[] body;
        try (InputStream stream = exchange.getMessage().getBody(InputStream.class)) {
            body = stream == null ? new byte[0] : bounds.read(stream);
        }
        if (status == null || status != 200 && status != 500 || html(type)) {
            throw TransportFailures.of(status == null ? 0 : status);
        }
        exchange.setVariable("answerType", type == null ? "" : type);
        exchange.getMessage().setBody(body);
    }

    private static boolean html(String type) {
        return type != null && type.toLowerCase(java.util.Locale.ROOT).startsWith("text/html");
    }
}
