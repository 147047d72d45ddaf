package io.eidroutes.simulator.coid;

import com.sun.net.httpserver.HttpServer;
import io.eidroutes.simulator.scenario.Control;
import io.eidroutes.simulator.scenario.Operation;
import io.eidroutes.simulator.scenario.Scenario;
import io.eidroutes.simulator.scenario.Scenarios;
import io.eidroutes.simulator.scenario.Stage;
import io.eidroutes.simulator.web.Endpoint;
import io.eidroutes.simulator.web.Reply;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * A stand-in for the ЦОИД adapter: {@value #PATH}{@code /v1/personal-data}. It refuses the five documented test IINs with
 * their messages and tells of one invented person under any other. Control at {@value #CONTROL}:
 *
 * <ul>
 * <li>{@code POST scenario}: a {@link Scenario} with {@link Effects} and
 *     {@link io.eidroutes.simulator.scenario.Disturbance}s</li>
 * <li>{@code GET settings}, {@code POST settings}: members of {@link Settings} that change</li>
 * <li>{@code POST expire}: {@code {"requestId": "…"}} is refused from now on</li>
 * <li>{@code GET received}, {@code POST reset}</li>
 * </ul>
 * Safe for use by several threads.
 */
public final class CoidSimulator {

    /** Below it everything stands. */
    public static final String PATH = "/coid";
    /** The path under which the control interface stands. */
    public static final String CONTROL = PATH + "/control/";

    private static final String ELSEWHERE = "/elsewhere";

    private final Scenarios scenarios = new Scenarios();
    private final AtomicReference<Settings> settings = new AtomicReference<>(Settings.standard());
    private final AtomicLong followedRedirects = new AtomicLong();
    private final Control control = new Control(Effects.NAMES);
    private final String base;
    private final PersonalDataDesk desk;

    /**
     * @param address where the stand-ins listen, as in {@code http://127.0.0.1:9080}
     * @param ownerOf the IIN of a requestId that Aitu Passport issued
     */
    public CoidSimulator(String address, Function<String, Optional<String>> ownerOf) {
        this.base = address + PATH;
        this.desk = new PersonalDataDesk(settings::get, ownerOf);
        control.on("POST scenario", body -> {
                    next(control.read(body, Scenario.class));
                    return Map.of("waitingScenarios", waitingScenarios());
                })
                .on("GET settings", body -> settings())
                .on("POST settings", body -> settings.updateAndGet(now -> control.changed(now, body.toString(), Settings.class)))
                .on("POST expire", body -> {
                    expire(body.path("requestId").asText());
                    return Map.of();
                })
                .on("GET received", body -> received())
                .on("POST reset", body -> {
                    reset();
                    return Map.of("waitingScenarios", waitingScenarios());
                });
    }

    /** Puts everything on a server. */
    public void register(HttpServer server) {
        server.createContext(PATH + "/", new Endpoint()
                .at(PATH + "/v1/personal-data", new Stage(Operation.PERSONAL_DATA, scenarios, desk::arrived,
                        request -> request.query() + "\n" + request.text(), base + ELSEWHERE, desk::answer))
                .answer(PATH + ELSEWHERE, request -> {
                    followedRedirects.incrementAndGet();
                    return Reply.json(200, Map.of());
                })
                .answer(CONTROL, control.under(CONTROL)));
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

    /** From now on this requestId is refused as too old. */
    public void expire(String requestId) {
        desk.expire(requestId);
    }

    /** What was received so far. */
    public Received received() {
        return desk.received(followedRedirects.get());
    }

    /** How many scenarios still wait for a matching call. */
    public int waitingScenarios() {
        return scenarios.count();
    }

    /** The URL of the stand-in. */
    public String base() {
        return base;
    }

    /** Everything as at the start. */
    public void reset() {
        scenarios.clear();
        settings.set(Settings.standard());
        followedRedirects.set(0);
        desk.clear();
    }
}
