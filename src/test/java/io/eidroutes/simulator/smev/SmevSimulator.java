package io.eidroutes.simulator.smev;

import com.sun.net.httpserver.HttpServer;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A stand-in for СМЭВ 3 with ESIA behind it: SOAP 1.1 at {@value #ENDPOINT}, control at {@value #CONTROL}.
 * It keeps the rules of the Methodical Recommendations 3.5 (schemas 1.3, with 1.2 and 1.1 by namespace) and refuses what
 * the real one refuses; scenarios make it fail in the ways the real one fails. Safe for use by several threads.
 */
public final class SmevSimulator {

    /** The path of the SOAP service. */
    public static final String ENDPOINT = "/smev/ws";
    /** The path under which the control interface stands. */
    public static final String CONTROL = "/smev/control";

    /** Read once for the process: opening a key store takes its time by design. */
    private static final SigningKey ORGANISATION = SigningKey.demonstration("organisation");
    private static final SigningKey SMEV = SigningKey.demonstration("smev");
    private static final SigningKey ESIA = SigningKey.demonstration("esia");

    private final Scenarios scenarios = new Scenarios();
    private final Ledger ledger = new Ledger();
    private final ResponseQueue queue = new ResponseQueue();
    private final SignatureCheck signatures = new SignatureCheck();
    private final AtomicReference<Settings> settings = new AtomicReference<>(Settings.standard());
    private final MessageExchange exchange;

    /** With the demonstration keys; the organisation's certificate is registered. */
    public SmevSimulator() {
        Instant now = Instant.now();
        SigningKey stranger = SigningKey.generate("Stranger", "", now.minus(1, ChronoUnit.DAYS), now.plus(365, ChronoUnit.DAYS));
        AnswerWriter writer = new AnswerWriter(SMEV, ESIA, stranger);
        this.exchange = new MessageExchange(scenarios, ledger, queue, signatures, writer, settings::get);
        signatures.register(ORGANISATION.certificate());
    }

    /** Puts the SOAP service and the control interface on a server. */
    public void register(HttpServer server) {
        server.createContext(ENDPOINT, new SmevEndpoint(exchange, scenarios));
        server.createContext(CONTROL, new ControlEndpoint(this));
    }

    /** Queues a scenario behind those that wait already. */
    public void next(Scenario scenario) {
        scenarios.add(scenario);
    }

    /** From now on all goes well; what is in the queue stays there. */
    public void dropScenarios() {
        scenarios.clear();
    }

    /** Everything as at the start, scenarios, settings, queue, records, but for the certificates: who is registered stays so. */
    public void reset() {
        scenarios.clear();
        settings.set(Settings.standard());
        queue.clear();
        ledger.clear();
    }

    /** Drops the records of messages and keeps counts, ids of accepted messages and the queue. */
    public void forget() {
        ledger.forgetMessages();
    }

    public Settings settings() {
        return settings.get();
    }

    public void settings(Settings changed) {
        settings.set(changed);
    }

    /** Makes a sender's certificate known to СМЭВ. */
    public void registerCertificate(X509Certificate certificate) {
        signatures.register(certificate);
    }

    /** What was received so far. */
    public Received received() {
        return ledger.received(queue.size());
    }

    /** What was received under this MessageID; empty where nothing was, or no longer kept. */
    public Optional<Received.Message> received(String messageId) {
        return ledger.message(messageId);
    }

    /** How many scenarios still wait for a matching call. */
    public int waitingScenarios() {
        return scenarios.count();
    }
}
