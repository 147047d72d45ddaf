package io.eidroutes.simulator.aitu;

import com.sun.net.httpserver.HttpServer;
import io.eidroutes.simulator.scenario.Control;
import io.eidroutes.simulator.scenario.Operation;
import io.eidroutes.simulator.scenario.Scenario;
import io.eidroutes.simulator.scenario.Scenarios;
import io.eidroutes.simulator.scenario.Stage;
import io.eidroutes.simulator.web.Endpoint;
import io.eidroutes.simulator.web.Reply;
import io.eidroutes.simulator.web.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * A stand-in for Aitu Passport below {@value #PATH}: authorization pages, trusted-phone, token, JWKS, introspection, logout
 * and a discovery document. It refuses what the real one refuses; scenarios make it fail or attack. Control at
 * {@value #CONTROL}:
 *
 * <ul>
 * <li>{@code POST scenario}: a {@link Scenario} with {@link Effects} and
 *     {@link io.eidroutes.simulator.scenario.Disturbance}s</li>
 * <li>{@code GET settings}, {@code POST settings}: members of {@link Settings} that change</li>
 * <li>{@code POST rotate}: {@code {"keepOld": true}} for a soft rotation of the keys</li>
 * <li>{@code POST code}: {@code {"code": "…"}}; tells how many token requests came with it</li>
 * <li>{@code GET received}, {@code POST reset}</li>
 * </ul>
 * Safe for use by several threads.
 */
public final class AituSimulator {

    /** Below it everything stands; the issuer is this path on the stand-ins' port. */
    public static final String PATH = "/aitu";
    /** The path under which the control interface stands. */
    public static final String CONTROL = PATH + "/control/";

    static final String VISIT = "/authorize/";
    static final String STRANGER_JWKS = "/stranger/jwks.json";
    private static final String ELSEWHERE = "/elsewhere";

    private final Scenarios scenarios = new Scenarios();
    private final Ledger ledger = new Ledger();
    private final Keys keys = new Keys();
    private final Otps otps = new Otps();
    private final Codes codes = new Codes();
    private final AccessTokens tokens = new AccessTokens();
    private final RequestIds requestIds = new RequestIds();
    private final Control control = new Control(Effects.NAMES);
    private final Settings standard;
    private final AtomicReference<Settings> settings;
    private final AuthorizationDesk authorization;
    private final TokenDesk tokenDesk;
    private final ServiceCalls services;

    /** @param address where the stand-ins listen, as in {@code http://127.0.0.1:9080} */
    public AituSimulator(String address) {
        this.standard = Settings.standard(address + PATH);
        this.settings = new AtomicReference<>(standard);
        this.authorization = new AuthorizationDesk(new AuthorizationCheck(otps), codes, requestIds, ledger, scenarios, settings::get);
        this.tokenDesk = new TokenDesk(codes, tokens, new IdTokens(keys), ledger, settings::get);
        this.services = new ServiceCalls(otps, tokens, keys, ledger, settings::get);
        control.on("POST scenario", body -> {
                    next(control.read(body, Scenario.class));
                    return Map.of("waitingScenarios", waitingScenarios());
                })
                .on("GET settings", body -> settings())
                .on("POST settings", body -> settings.updateAndGet(now -> control.changed(now, body.toString(), Settings.class)))
                .on("POST rotate", body -> {
                    rotateKeys(body.path("keepOld").asBoolean());
                    return keys.jwks();
                })
                .on("POST code", body -> Map.of("requests", requestsOf(body.path("code").asText())))
                .on("GET received", body -> received())
                .on("POST reset", body -> {
                    reset();
                    return Map.of("waitingScenarios", waitingScenarios());
                });
    }

    /** Puts everything on a server. */
    public void register(HttpServer server) {
        Function<Request, String> query = Request::query;
        server.createContext(PATH + "/", new Endpoint()
                .at(PATH + "/oauth2/auth", stage(Operation.AUTHORIZATION, query, (request, effects) -> authorization.arrive(request)))
                .answer(PATH + VISIT, request -> authorization.visit(request, request.path().substring((PATH + VISIT).length())))
                .at(PATH + "/oauth2/token", new Stage(Operation.TOKEN, scenarios,
                        request -> ledger.tokenRequest(tokenDesk.codeOf(request)), tokenDesk::words,
                        standard.issuer() + ELSEWHERE, tokenDesk::exchange))
                .at(PATH + "/api/v1/trusted-phone", stage(Operation.TRUSTED_PHONE, Request::text,
                        (request, effects) -> services.trustedPhone(request)))
                .at(PATH + "/.well-known/jwks.json", new Stage(Operation.JWKS, scenarios,
                        request -> ledger.count(Ledger.Count.KEYS), query, standard.issuer() + ELSEWHERE,
                        (request, effects) -> Reply.json(200, keys.jwks())))
                .at(PATH + "/oauth2/introspect", stage(Operation.INTROSPECTION, Request::text,
                        (request, effects) -> services.introspect(request)))
                .at(PATH + "/sessions/logout", stage(Operation.LOGOUT, query, (request, effects) -> services.logout(request)))
                .answer(PATH + "/.well-known/openid-configuration", services::discovery)
                .answer(PATH + STRANGER_JWKS, this::strangerKeys)
                .answer(PATH + ELSEWHERE, this::elsewhere)
                .answer(CONTROL, control.under(CONTROL)));
    }

    private Stage stage(Operation operation, Function<Request, String> words, Stage.Play play) {
        return new Stage(operation, scenarios, request -> { }, words, standard.issuer() + ELSEWHERE, play);
    }

    private Reply strangerKeys(Request request) {
        ledger.count(Ledger.Count.STRANGER_KEYS);
        return Reply.json(200, Map.of("keys", List.of(Keys.STRANGER.jwk())));
    }

    private Reply elsewhere(Request request) {
        ledger.count(Ledger.Count.FOLLOWED_REDIRECTS);
        if (request.header("Authorization").isPresent() || request.text().contains("client_secret")) {
            ledger.count(Ledger.Count.REDIRECTS_WITH_CREDENTIALS);
        }
        return Reply.json(200, Map.of());
    }

    /** Queues a scenario behind those that wait already. */
    public void next(Scenario scenario) {
        scenarios.add(scenario);
    }

    public Settings settings() {
        return settings.get();
    }

    /** @param changes members of {@link Settings} as a JSON object */
    public void change(String changes) {
        settings.updateAndGet(now -> control.changed(now, changes, Settings.class));
    }

    /** From now on another key signs; the old one stays published, or not. */
    public void rotateKeys(boolean keepOld) {
        keys.rotate(keepOld);
    }

    /** What was received so far. */
    public Received received() {
        return ledger.received();
    }

    /** How many token requests came with that code, whatever became of them. */
    public long requestsOf(String code) {
        return ledger.requestsOf(code);
    }

    /** How many scenarios still wait for a matching call. */
    public int waitingScenarios() {
        return scenarios.count();
    }

    /** The IIN that a check in ЦОИД was passed with; the adapter knows its checks. */
    public Optional<String> ownerOf(String requestId) {
        return requestIds.owner(requestId);
    }

    /** The URL of the stand-in, which is its issuer too. */
    public String base() {
        return standard.issuer();
    }

    /** Everything as at the start. */
    public void reset() {
        scenarios.clear();
        settings.set(standard);
        keys.reset();
        otps.clear();
        codes.clear();
        tokens.clear();
        requestIds.clear();
        authorization.clear();
        ledger.clear();
    }
}
