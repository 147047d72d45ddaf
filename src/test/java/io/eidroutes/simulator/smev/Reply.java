package io.eidroutes.simulator.smev;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What goes out over HTTP.
 *
 * @param delayMillis   before the first byte of the answer
 * @param trickleMillis before each byte of the body; 0: it goes out as a whole
 * @param breaks        where the connection breaks instead
 */
record Reply(int status, String contentType, byte[] body, long delayMillis, long trickleMillis,
        Optional<Effect.Close.Moment> breaks) {

    private static final String BOUNDARY = "uuid:6f1c9b1e-2f4d-4d0e-9f43-0a8f1d0e5a77";

    static Reply xml(int status, String xml, boolean xop) {
        if (!xop) {
            return new Reply(status, "text/xml;charset=UTF-8", bytes(xml), 0, 0, Optional.empty());
        }
        String type = "multipart/related; type=\"application/xop+xml\"; boundary=\"" + BOUNDARY
                + "\"; start=\"<root.message@cxf.apache.org>\"; start-info=\"text/xml\"";
        return new Reply(status, type, bytes("\r\n--" + BOUNDARY + "\r\n"
                + "Content-Type: application/xop+xml; charset=UTF-8; type=\"text/xml\"\r\n"
                + "Content-Transfer-Encoding: binary\r\nContent-ID: <root.message@cxf.apache.org>\r\n\r\n"
                + xml + "\r\n--" + BOUNDARY + "--"), 0, 0, Optional.empty());
    }

    static Reply of(Effect.Http http) {
        return new Reply(http.status(), http.contentType(), bytes(http.body()), 0, 0, Optional.empty());
    }

    Reply delayed(long millis) {
        return new Reply(status, contentType, body, delayMillis + millis, trickleMillis, breaks);
    }

    Reply trickling(long millis) {
        return new Reply(status, contentType, body, delayMillis, trickleMillis + millis, breaks);
    }

    Reply broken(Effect.Close.Moment moment) {
        return new Reply(status, contentType, body, delayMillis, trickleMillis, Optional.of(moment));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
