package io.eidroutes.check;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Whether somebody answers at an address, asked once and for a few seconds. */
final class Knock {

    private static final Duration CONNECT = Duration.ofSeconds(4);
    private static final Duration ANSWER = Duration.ofSeconds(6);
    private static final int LONGEST = 262_144;

    /** What came: the status and as much of the body as anybody needs. */
    record Answer(int status, byte[] body) {
    }

    private Knock() {
    }

    /** GET, without a redirect and without any credentials; what hinders it is a finding. */
    static Optional<Answer> get(String setting, URI url, Optional<SSLContext> tls, Findings findings) {
        HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(CONNECT).version(HttpClient.Version.HTTP_1_1);
        tls.ifPresent(client::sslContext);
        try {
            HttpRequest request = HttpRequest.newBuilder(url).timeout(ANSWER).header("User-Agent", "eid-routes").build();
            HttpResponse<InputStream> answer = client.build().send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                return Optional.of(new Answer(answer.statusCode(), body.readNBytes(LONGEST)));
            }
        } catch (IOException | IllegalArgumentException e) {
            unreachable(setting, e, findings);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            unreachable(setting, e, findings);
        }
        return Optional.empty();
    }

    /** Only connects, and by TLS where the URL says so: what would be sent there means something. */
    static boolean connects(String setting, URI url, Findings findings) {
        boolean tls = "https".equals(url.getScheme());
        int port = url.getPort() > 0 ? url.getPort() : tls ? 443 : 80;
        String host = url.getHost().replaceAll("[\\[\\]]", "");
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(host, port), (int) CONNECT.toMillis());
            plain.setSoTimeout((int) ANSWER.toMillis());
            if (tls) {
                shakeHands(plain, host, port);
            }
            return true;
        } catch (IOException e) {
            unreachable(setting, e, findings);
            return false;
        }
    }

    private static void shakeHands(Socket plain, String host, int port) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        try (SSLSocket secured = (SSLSocket) factory.createSocket(plain, host, port, false)) {
            SSLParameters parameters = secured.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secured.setSSLParameters(parameters);
            secured.startHandshake();
        }
    }

    private static void unreachable(String setting, Exception why, Findings findings) {
        if (causedBy(why, UnknownHostException.class) || causedBy(why, UnresolvedAddressException.class)) {
            findings.error(setting, "its host is not known here", "correct the name, or let this machine resolve it");
        } else if (causedBy(why, SSLException.class)) {
            findings.error(setting, "TLS with it fails: its certificate is not trusted here, or it does not take ours",
                    "put its authority into the trust store, and see whether it wants a client certificate");
        } else if (causedBy(why, HttpTimeoutException.class) || causedBy(why, SocketTimeoutException.class)) {
            findings.error(setting, "it does not answer within seconds", "open the way to it (firewall, proxy, network policy)");
        } else if (causedBy(why, ConnectException.class)) {
            findings.error(setting, "nobody listens there", "start it, or correct host and port");
        } else {
            findings.error(setting, "it cannot be reached (" + why.getClass().getSimpleName() + ")", "correct host, port and scheme");
        }
    }

    private static boolean causedBy(Throwable thrown, Class<? extends Throwable> type) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return true;
            }
        }
        return false;
    }
}
