package io.eidroutes.smev;

import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import io.eidroutes.http.TransportFailures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import org.apache.camel.Exchange;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;

/** Reads СМЭВ's HTTP answer: bounded in size and in time as a whole, so that a trickle ends too. */
final class SmevHttp {

    private static final int CHUNK = 8192;

    private final int maxAnswerBytes;
    private final Duration deadline;

    SmevHttp(int maxAnswerBytes, Duration deadline) {
        this.maxAnswerBytes = maxAnswerBytes;
        this.deadline = deadline;
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
            body = stream == null ? new byte[0] : read(stream);
        }
        if (status == null || status != 200 && status != 500 || html(type)) {
            throw TransportFailures.of(status == null ? 0 : status);
        }
        exchange.setVariable("answerType", type == null ? "" : type);
        exchange.getMessage().setBody(body);
    }

    /** Whether СМЭВ, or what stands before it, is in trouble. A SOAP fault comes with 500 and is an answer. */
    static boolean inTrouble(HttpResponse answer) {
        Header type = answer.getFirstHeader(Exchange.CONTENT_TYPE);
        boolean soap = type != null && (type.getValue().toLowerCase(Locale.ROOT).contains("xml")
                || type.getValue().toLowerCase(Locale.ROOT).startsWith("multipart/"));
        return answer.getCode() > 500 || answer.getCode() == 500 && !soap;
    }

    private byte[] read(InputStream stream) throws IOException {
        long end = System.nanoTime() + deadline.toNanos();
        ByteArrayOutputStream read = new ByteArrayOutputStream(CHUNK);
        byte[] chunk = new byte[CHUNK];
        for (int n = stream.read(chunk); n >= 0; n = stream.read(chunk)) {
            read.write(chunk, 0, n);
            if (read.size() > maxAnswerBytes) {
                throw Failure.of(Family.TRANSPORT, "unreadable-answer");
            }
            if (System.nanoTime() > end) {
                throw Failure.of(Family.TRANSPORT, "read-timeout");
            }
        }
        return read.toByteArray();
    }

    private static boolean html(String type) {
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("text/html");
    }
}
