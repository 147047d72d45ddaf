package io.eidroutes.http;

import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/** Names the ways in which a call to another system can end without a proper answer. */
public final class TransportFailures {

    private TransportFailures() {
    }

    /** Names what an HTTP client threw; {@code connection-reset} where it cannot be told how far the request came. */
    public static Failure of(IOException thrown) {
        return Failure.of(Family.TRANSPORT, codeOf(thrown));
    }

    /** Names an HTTP status that is no answer: {@code gateway-error}, {@code client-error} or {@code server-error}. */
    public static Failure of(int status) {
        String code = switch (status) {
            case 502, 503, 504 -> "gateway-error";
            // The server gave up waiting for the request: how far it came is unclear.
            case 408 -> "read-timeout";
            default -> status >= 500 ? "server-error" : status >= 300 ? "client-error" : "unreadable-answer";
        };
        return Failure.of(Family.TRANSPORT, code);
    }

    private static String codeOf(IOException thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof CircuitOpen) {
                return "circuit-open";
            }
            if (t instanceof UnknownHostException) {
                return "unknown-host";
            }
            if (t instanceof ConnectTimeoutException) {
                return "connect-timeout";
            }
            if (t instanceof ConnectException || t instanceof NoRouteToHostException) {
                return "connection-refused";
            }
            if (t instanceof SSLHandshakeException || t instanceof SSLPeerUnverifiedException) {
                return "tls-failure";
            }
            if (t instanceof ConnectionRequestTimeoutException) {
                return "pool-timeout";
            }
            if (t instanceof UnreadableAnswer) {
                return "unreadable-answer";
            }
            if (t instanceof SocketTimeoutException) {
                return "read-timeout";
            }
        }
        return "connection-reset";
    }
}
