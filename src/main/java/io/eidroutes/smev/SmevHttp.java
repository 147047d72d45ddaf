package io.eidroutes.smev;

import io.eidroutes.failure.Failure;
import io.eidroutes.http.TransportFailures;
import java.util.Locale;
import org.apache.camel.Exchange;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;

/** Reads СМЭВ's HTTP answer. */
final class SmevHttp {

    private SmevHttp() {
    }

    /**
     * Body in: the answer's stream. Body out: its bytes. Variable out: {@code answerType}, its Content-Type.
     *
     * @throws Failure transport, unless the answer is 200 or 500 and no page, so that it may be a SOAP envelope
     */
    static void readAnswer(Exchange exchange) {
        Integer status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        String type = exchange.getMessage().getHeader(Exchange.CONTENT_TYPE, String.class);
        byte[] body = exchange.getMessage().getBody(byte[].class);
        if (status == null || status != 200 && status != 500 || html(type)) {
            throw TransportFailures.of(status == null ? 0 : status);
        }
        exchange.setVariable("answerType", type == null ? "" : type);
        exchange.getMessage().setBody(body == null ? new byte[0] : body);
    }

    /** Whether СМЭВ, or what stands before it, is in trouble. A SOAP fault comes with 500 and is an answer. */
    static boolean inTrouble(HttpResponse answer) {
        Header type = answer.getFirstHeader(Exchange.CONTENT_TYPE);
        boolean soap = type != null && (type.getValue().toLowerCase(Locale.ROOT).contains("xml")
                || type.getValue().toLowerCase(Locale.ROOT).startsWith("multipart/"));
        return answer.getCode() > 500 || answer.getCode() == 500 && !soap;
    }

    private static boolean html(String type) {
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("text/html");
    }
}
