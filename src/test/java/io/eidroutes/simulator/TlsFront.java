package io.eidroutes.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * Ends TLS on 127.0.0.1 and hands what comes on to a stand-in, as a gateway before СМЭВ does. It can go away and come
 * back on its port. A connection that was refused in the handshake is read to its end, so that the refusal arrives.
 */
public final class TlsFront {

    private static final int LINGER_MILLIS = 2000;

    private final TlsAuthority clients;
    private final int behind;
    private final int port;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final List<X509Certificate> seen = new CopyOnWriteArrayList<>();
    private Optional<Listening> listening;

    /** A port is free again when nobody accepts on it any more. */
    private record Listening(ServerSocket server, Thread accepting) {
    }

    /**
     * Opens on any free port.
     *
     * @param clients  who certifies the clients that are let in
     * @param behind   the port of the stand-in
     * @param identity the server's own
     * @param demands  a client without a certificate is refused
     */
    public TlsFront(TlsAuthority clients, int behind, TlsAuthority.Identity identity, boolean demands) {
        this.clients = clients;
        this.behind = behind;
        ServerSocket server = listen(0);
        this.port = server.getLocalPort();
        this.listening = Optional.of(serve(server, identity, demands));
    }

    public int port() {
        return port;
    }

    /** The certificates that clients have shown since the last look, the latest last. */
    public List<X509Certificate> seen() {
        return List.copyOf(seen);
    }

    /** Refuses connections from now on, and breaks those that stand. */
    public synchronized void close() {
        listening.ifPresent(open -> {
            close(open.server());
            join(open.accepting());
        });
        listening = Optional.empty();
        connections.forEach(TlsFront::close);
        connections.clear();
    }

    /** Comes back on its port, whatever it was before. */
    public synchronized void open(TlsAuthority.Identity identity, boolean demands) {
        close();
        seen.clear();
        listening = Optional.of(serve(listen(port), identity, demands));
    }

    private static ServerSocket listen(int port) {
        try {
            ServerSocket server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + port, e);
        }
    }

    private Listening serve(ServerSocket server, TlsAuthority.Identity identity, boolean demands) {
        SSLContext tls = context(identity);
        return new Listening(server, start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket plain = server.accept();
                    connections.add(plain);
                    start(() -> relay(plain, tls, demands));
                } catch (IOException closed) {
                    return;
                }
            }
        }));
    }

    private SSLContext context(TlsAuthority.Identity identity) {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(identity.store(), TlsAuthority.PASSWORD.toCharArray());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(clients.trust());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot set up TLS", e);
        }
    }

    private void relay(Socket plain, SSLContext tls, boolean demands) {
        try (plain; Socket stand = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            connections.add(stand);
            SSLSocket secure = (SSLSocket) tls.getSocketFactory().createSocket(plain, null, false);
            secure.setUseClientMode(false);
            secure.setNeedClientAuth(demands);
            if (!shakesHands(secure, demands)) {
                readToTheEnd(plain);
                return;
            }
            start(() -> copy(stand, secure));
            copy(secure, stand);
        } catch (IOException broken) {
            // Connections break; that is what some tests are about.
        } finally {
            connections.remove(plain);
        }
    }

    private boolean shakesHands(SSLSocket secure, boolean demands) {
        try {
            secure.startHandshake();
            if (demands) {
                seen.add((X509Certificate) secure.getSession().getPeerCertificates()[0]);
            }
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static void readToTheEnd(Socket plain) throws IOException {
        plain.setSoTimeout(LINGER_MILLIS);
        plain.shutdownOutput();
        plain.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    private static void copy(Socket from, Socket to) {
        try (from; to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException broken) {
            // As above.
        }
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception alreadyGone) {
            // Nothing is left to be done.
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread start(Runnable work) {
        Thread thread = new Thread(work, "simulator");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
