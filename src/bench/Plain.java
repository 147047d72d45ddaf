import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.eidroutes.consent.mapping.MappingFolder;
import io.eidroutes.consent.mapping.RequestMapping;
import io.eidroutes.consent.mapping.RequestSchema;
import io.eidroutes.consent.mapping.ResponseMapping;
import io.eidroutes.consent.mapping.Stylesheet;
import io.eidroutes.consent.mapping.XmlSchema;
import io.eidroutes.consent.validation.ClaimValidator;
import io.eidroutes.consent.validation.ValidationSettings;
import io.eidroutes.smev.Certificates;
import io.eidroutes.smev.Envelopes;
import io.eidroutes.smev.GostProvider;
import io.eidroutes.smev.MessageIds;
import io.eidroutes.smev.Payload;
import io.eidroutes.smev.ReceivedResponse;
import io.eidroutes.smev.SignatureVerifier;
import io.eidroutes.smev.SigningKeys;
import io.eidroutes.smev.SmevSettings;
import io.eidroutes.smev.SoapReplies;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A plain program for a claim: HTTP in, the same validation, mapping, envelopes, signatures and verifications as the
 * application, by the very classes, the same three calls to СМЭВ, the same answer. What it has not is Camel, Spring and a store:
 * a claim that it has accepted is lost with the process.
 *
 * <p>Arguments: port, URL of СМЭВ, folder of the routes, folder of the demonstration's keys, GOST provider, poll pause after a sending
 * and the longest one, in ms.
 */
public final class Plain {

    private static final String CREDENTIALS = "Basic " + Base64.getEncoder().encodeToString("demo:demo".getBytes(StandardCharsets.UTF_8));
    private static final int THREADS = 300;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, CompletableFuture<ReceivedResponse>> waiting = new ConcurrentHashMap<>();
    private final Semaphore sent = new Semaphore(0);
    private final SmevSettings settings;
    private final ClaimValidator validator;
    private final RequestMapping requests;
    private final RequestSchema schema;
    private final ResponseMapping responses;
    private final Envelopes envelopes;
    private final SoapReplies replies;
    private final SignatureVerifier verifier;
    private final MessageIds messageIds = new MessageIds(Clock.systemUTC());
    private final long pollAfterSend;
    private final long pollIdle;

    private Plain(Map<String, String> smev, String routes, long pollAfterSend, long pollIdle) {
        Binder binder = new Binder(new MapConfigurationPropertySource(smev));
        settings = binder.bind("eid.smev", SmevSettings.class).get();
        GostProvider gost = settings.gost().open();
        MappingFolder mapping = new MappingFolder(routes + "/" + settings.called().mapping());
        validator = new ClaimValidator(binder.bindOrCreate("eid.consent.validation", ValidationSettings.class));
        requests = new RequestMapping(new Stylesheet(mapping, "request.xsl"));
        schema = new RequestSchema(new XmlSchema(mapping, settings.called().schema()));
        responses = new ResponseMapping(new Stylesheet(mapping, "response.xsl"));
        envelopes = new Envelopes(settings, SigningKeys.load(settings.signing(), gost), Clock.systemUTC());
        replies = new SoapReplies(settings.http().maxAnswerBytes());
        verifier = new SignatureVerifier(Certificates.load("smev", settings.trust().smev()),
                Certificates.load("senders", settings.trust().senders()), gost, Clock.systemUTC());
        this.pollAfterSend = pollAfterSend;
        this.pollIdle = pollIdle;
    }

    public static void main(String[] args) throws IOException {
        String keys = "file:" + args[3];
        Plain program = new Plain(Map.of("eid.smev.endpoint", args[1], "eid.smev.routing-codes", "DEV",
                "eid.smev.signing.key-store", keys + "/organisation.p12", "eid.smev.signing.key-store-password", "demonstration",
                "eid.smev.trust.smev", keys + "/smev.pem", "eid.smev.trust.senders", keys + "/esia.pem",
                "eid.smev.gost.provider", args[4], "eid.smev.node-id", "plain-" + args[4]), "file:" + args[2],
                Long.parseLong(args[5]), Long.parseLong(args[6]));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0])), 0);
        server.setExecutor(Executors.newFixedThreadPool(THREADS));
        server.createContext("/ready", exchange -> answer(exchange, 200, new byte[0]));
        server.createContext("/api/v1/claim-permissions", program::claim);
        new Thread(program::poll, "poll").start();
        server.start();
    }

    private void claim(HttpExchange exchange) throws IOException {
        try {
            if (!CREDENTIALS.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                answer(exchange, 401, new byte[0]);
                return;
            }
            byte[] body = exchange.getRequestBody().readAllBytes();
            byte[] content = requests.map(validator.validate(body).json());
            schema.check(content);
            UUID messageId = messageIds.next();
            CompletableFuture<ReceivedResponse> response = new CompletableFuture<>();
            waiting.put(messageId.toString(), response);
            verifier.verifySendRequestReply(call("urn:SendRequest",
                    envelopes.sendRequest(messageId, content, Instant.now().plus(Duration.ofHours(1)))));
            sent.release();
            Payload.Content payload = (Payload.Content) response.get(60, TimeUnit.SECONDS).payload();
            answer(exchange, 200, responses.map(payload.xml()).json().getBytes(StandardCharsets.UTF_8));
        } catch (Exception e) {
            e.printStackTrace();
            answer(exchange, 500, new byte[0]);
        }
    }

    /** Asks the queue until it is empty, then after a pause that grows from sending to sending. */
    private void poll() {
        long pause = pollIdle;
        while (true) {
            try {
                if (sent.tryAcquire(pause, TimeUnit.MILLISECONDS)) {
                    sent.drainPermits();
                    pause = pollAfterSend;
                    Thread.sleep(pause);
                }
                while (receive()) {
                    pause = pollAfterSend;
                }
                pause = Math.min(Math.max(pause + pause / 2, pause + 1), pollIdle);
            } catch (Exception e) {
                e.printStackTrace();
            }
        }
    }

    private boolean receive() throws Exception {
        Optional<Element> message = replies.responseMessage(call("urn:GetResponse", envelopes.getResponse(settings.nodeId())));
        if (message.isEmpty()) {
            return false;
        }
        verifier.verifyResponse(message.get());
        ReceivedResponse response = replies.read(message.get());
        call("urn:Ack", envelopes.ack(response.messageId()));
        Optional.ofNullable(waiting.remove(response.originalMessageId())).ifPresent(caller -> caller.complete(response));
        return true;
    }

    private Document call(String action, byte[] envelope) throws IOException, InterruptedException {
        HttpResponse<byte[]> reply = http.send(HttpRequest.newBuilder(settings.endpoint())
                .header("Content-Type", "text/xml; charset=UTF-8").header("SOAPAction", "\"" + action + "\"")
                .POST(HttpRequest.BodyPublishers.ofByteArray(envelope)).build(), HttpResponse.BodyHandlers.ofByteArray());
        Document document = replies.parse(reply.headers().firstValue("Content-Type"), reply.body());
        if (replies.fault(document).isPresent()) {
            throw new IOException("SMEV answered " + action + " with a fault");
        }
        return document;
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
