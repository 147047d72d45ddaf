package io.eidroutes.simulator;

import com.sun.net.httpserver.HttpServer;
import io.eidroutes.simulator.aitu.AituSimulator;
import io.eidroutes.simulator.coid.CoidSimulator;
import io.eidroutes.simulator.partner.PartnerPage;
import io.eidroutes.simulator.smev.SmevSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** All stand-ins on one port of the loopback interface. */
public final class Simulators implements AutoCloseable {

    /** Where the demonstration expects them. */
    public static final int PORT = 9080;

    private static final int THREADS = 64;

    private final HttpServer server;
    private final ThreadPoolExecutor threads;
    private final SmevSimulator smev = new SmevSimulator();
    private final AituSimulator aitu;
    private final CoidSimulator coid;
    private final PartnerPage partner;

    private Simulators(HttpServer server) {
        this.server = server;
        this.threads = new ThreadPoolExecutor(THREADS, THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            Thread thread = new Thread(work, "simulator");
            thread.setDaemon(true);
            return thread;
        });
        threads.allowCoreThreadTimeOut(true);
        server.setExecutor(threads);
        String address = "http://127.0.0.1:" + port();
        aitu = new AituSimulator(address);
        coid = new CoidSimulator(address, aitu::ownerOf);
        partner = new PartnerPage(address);
        smev.register(server);
        aitu.register(server);
        coid.register(server);
        partner.register(server);
    }

    /**
     * Starts all stand-ins.
     *
     * @param port 0: any free one
     */
    public static Simulators start(int port) {
        return start(port, InetAddress.getLoopbackAddress());
    }

    private static Simulators start(int port, InetAddress address) {
        // Read once, when the first server of the process is made: without it each answer waits for a delayed ACK.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            Simulators simulators = new Simulators(HttpServer.create(new InetSocketAddress(address, port), 512));
            simulators.server.start();
            return simulators;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + port, e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** The СМЭВ stand-in, for tests in the same process. */
    public SmevSimulator smev() {
        return smev;
    }

    /** The stand-in for Aitu Passport, for tests in the same process. */
    public AituSimulator aitu() {
        return aitu;
    }

    /** The stand-in for the ЦОИД adapter, for tests in the same process. */
    public CoidSimulator coid() {
        return coid;
    }

    /** The demonstration partner, for tests in the same process. */
    public PartnerPage partner() {
        return partner;
    }

    /** The URL of СМЭВ's SOAP service. */
    public String smevEndpoint() {
        return "http://127.0.0.1:" + port() + SmevSimulator.ENDPOINT;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** The stand-ins alone: system properties {@code simulators.port} ({@value #PORT}) and {@code simulators.address} (127.0.0.1). */
    public static void main(String[] arguments) throws IOException {
        Simulators simulators = start(Integer.getInteger("simulators.port", PORT),
                InetAddress.getByName(System.getProperty("simulators.address", "127.0.0.1")));
        System.out.println("Simulators listen on port " + simulators.port());
    }
}
