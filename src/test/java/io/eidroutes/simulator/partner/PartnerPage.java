package io.eidroutes.simulator.partner;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import io.eidroutes.simulator.scenario.Bounded;
import io.eidroutes.simulator.scenario.Control;
import io.eidroutes.simulator.web.Endpoint;
import io.eidroutes.simulator.web.Refusal;
import io.eidroutes.simulator.web.Reply;
import io.eidroutes.simulator.web.Request;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A partner's site in small, below {@value #PATH}: a button that begins an identification, and the result that the partner's
 * server fetched. It shows what a partner has to do: keep a session of its own, and ask for the result of no identification
 * but those that this session began. Control at {@value #CONTROL}: {@code GET settings}, {@code POST settings},
 * {@code GET received}, {@code POST reset}.
 */
public final class PartnerPage {

    /** Below it everything stands. */
    public static final String PATH = "/partner";
    /** The path under which the control interface stands. */
    public static final String CONTROL = PATH + "/control/";

    private static final String RETURN = PATH + "/return";
    private static final String RESULT = PATH + "/result/";
    private static final String ERASE = PATH + "/erase/";
    private static final String COOKIE = "partner-session";
    private static final Set<String> UNFINISHED = Set.of("created", "at-aitu", "exchanging", "identified", "fetching");

    private final String address;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final AtomicReference<Settings> settings = new AtomicReference<>(Settings.standard());
    private final AtomicLong logins = new AtomicLong();
    private final AtomicLong returns = new AtomicLong();
    private final AtomicLong strangers = new AtomicLong();
    private final AtomicLong results = new AtomicLong();
    private final Bounded<String> identifications = new Bounded<>();
    private final Backend backend = new Backend();
    private final Control control = new Control(Map.of());

    /** @param address where the stand-ins listen, as in {@code http://127.0.0.1:9080} */
    public PartnerPage(String address) {
        this.address = address;
        control.on("GET settings", body -> settings())
                .on("POST settings", body -> settings.updateAndGet(now -> control.changed(now, body.toString(), Settings.class)))
                .on("GET received", body -> received())
                .on("POST reset", body -> {
                    reset();
                    return Map.of();
                });
    }

    /** Puts everything on a server. */
    public void register(HttpServer server) {
        server.createContext(PATH, new Endpoint()
                .answer(PATH, request -> Reply.seeOther(home()))
                .answer(PATH + "/", only("GET", this::home))
                .answer(PATH + "/login", only("POST", this::login))
                .answer(RETURN, only("GET", this::back))
                .answer(RESULT, only("GET", this::result))
                .answer(ERASE, only("POST", this::erase))
                .answer(CONTROL, control.under(CONTROL)));
    }

    private static Endpoint.Answer only(String method, Endpoint.Answer answer) {
        return request -> {
            if (!request.method().equals(method)) {
                throw new Refusal(405, method + " only");
            }
            return answer.to(request);
        };
    }

    private Reply home(Request request) {
        if (!request.path().equals(PATH + "/")) {
            throw new Refusal(404, "no such page");
        }
        // Under another name of this machine the browser would come back without its cookie.
        if (request.header("Host").filter(host -> !address.endsWith("//" + host)).isPresent()) {
            return Reply.seeOther(home());
        }
        String id = request.cookie(COOKIE).filter(sessions::containsKey).orElseGet(Session::random);
        Session session = sessions.computeIfAbsent(id, fresh -> new Session());
        request.parameters().one("locale").or(() -> preferred(request)).filter(Words::speaks).ifPresent(session::language);
        return Reply.page(200, new Pages(session.language()).home(session.formKey()))
                .with("Set-Cookie", COOKIE + "=" + id + "; Path=" + PATH + "; HttpOnly; SameSite=Lax");
    }

    private Optional<String> preferred(Request request) {
        return request.cookie(COOKIE).filter(sessions::containsKey).isPresent() ? Optional.empty()
                : request.header("Accept-Language").filter(languages -> languages.length() >= 2).map(languages -> languages.substring(0, 2));
    }

    private Reply login(Request request) {
        Request.Parameters form = request.form();
        Optional<Session> own = session(request).filter(known -> form.one("session").equals(Optional.of(known.formKey())));
        if (own.isEmpty()) {
            return Reply.seeOther(home());
        }
        Session session = own.get();
        Backend.Answer answer = calling(() -> backend.begin(settings(), identification(form, session)));
        Pages pages = new Pages(session.language());
        if (answer.status() == 0) {
            return Reply.page(502, pages.unreachable(settings().application()));
        }
        String begun = answer.body().path("id").asText();
        String start = answer.body().path("start_url").asText();
        if (answer.status() != 201 || begun.isEmpty() || !start.matches("https?://.+")) {
            return Reply.page(502, pages.refused(answer.status(), answer.body()));
        }
        session.begin(begun);
        identifications.add(begun);
        logins.incrementAndGet();
        return Reply.seeOther(start);
    }

    private ObjectNode identification(Request.Parameters form, Session session) {
        ObjectNode identification = JsonNodeFactory.instance.objectNode();
        form.one("iin").ifPresent(iin -> identification.put("iin", iin.strip()));
        form.one("phone").ifPresent(phone -> identification.put("phone", phone.strip()).put("phone_verified", true));
        form.one("renew").ifPresent(renew -> identification.put("refresh_request_id", true));
        return identification.put("locale", session.language()).put("return_url", address + RETURN);
    }

    /** The browser comes back from the application; the ticket leaves the address bar at once. */
    private Reply back(Request request) {
        returns.incrementAndGet();
        Request.Parameters link = request.parameters();
        String id = link.one("id").orElse("");
        Optional<Session> session = session(request);
        Optional<Session.Begun> begun = session.flatMap(own -> own.find(id));
        if (begun.isEmpty()) {
            strangers.incrementAndGet();
            return Reply.page(403, pages(session).stranger());
        }
        link.one("result_ticket").ifPresent(ticket ->
                session.orElseThrow().put(id, new Session.Begun(ticket, begun.get().status(), begun.get().outcome())));
        return Reply.seeOther(address + RESULT + id);
    }

    private Reply result(Request request) {
        String id = request.path().substring(RESULT.length());
        Optional<Session> session = session(request);
        Optional<Session.Begun> found = session.flatMap(own -> own.find(id));
        if (found.isEmpty()) {
            return Reply.page(403, pages(session).stranger());
        }
        Session.Begun begun = found.get();
        if (begun.outcome().isMissingNode()) {
            begun = fetched(id, begun, session.orElseThrow().language());
            session.orElseThrow().put(id, begun);
        }
        Pages pages = pages(session);
        if (begun.outcome().isMissingNode()) {
            return Reply.page(200, pages.waiting());
        }
        boolean identified = begun.status() == 200 && begun.outcome().path("failure").isMissingNode();
        return Reply.page(200, identified ? pages.result(id, begun.outcome()) : pages.failed(begun.status(), begun.outcome()));
    }

    /** Asks the application; what it says while the data are still being fetched is not kept. */
    private Session.Begun fetched(String id, Session.Begun begun, String language) {
        Backend.Answer told = calling(() -> begun.ticket().isEmpty() ? backend.state(settings(), id, language)
                : backend.result(settings(), id, begun.ticket()));
        // A refusal says that there is no result; why, only the state says.
        Backend.Answer answer = told.status() < 400 ? told : reason(id, told, language);
        if (answer.status() == 0 || answer.status() == 202 || UNFINISHED.contains(answer.body().path("state").asText())) {
            return begun;
        }
        // That somebody was identified logs nobody in: it may have been a victim lured onto this user's link. The ticket tells.
        if (answer.status() == 200 && begun.ticket().isEmpty() && !answer.body().path("failure").isObject()) {
            return begun;
        }
        if (told.status() == 200 && !begun.ticket().isEmpty()) {
            results.incrementAndGet();
        }
        return new Session.Begun(begun.ticket(), answer.status(), answer.body());
    }

    private Backend.Answer reason(String id, Backend.Answer refusal, String language) {
        Backend.Answer state = calling(() -> backend.state(settings(), id, language));
        return state.body().path("failure").isObject() ? state : refusal;
    }

    private Reply erase(Request request) {
        String id = request.path().substring(ERASE.length());
        Optional<Session> session = session(request);
        if (session.flatMap(own -> own.find(id)).isEmpty()) {
            return Reply.page(403, pages(session).stranger());
        }
        calling(() -> backend.erase(settings(), id));
        session.orElseThrow().forget(id);
        return Reply.seeOther(home());
    }

    private Optional<Session> session(Request request) {
        return request.cookie(COOKIE).map(sessions::get);
    }

    private static Pages pages(Optional<Session> session) {
        return new Pages(session.map(Session::language).orElse("ru"));
    }

    /** A call that can be interrupted only when the stand-ins are stopped. */
    @FunctionalInterface
    private interface Call {
        Backend.Answer make() throws InterruptedException;
    }

    private static Backend.Answer calling(Call call) {
        try {
            return call.make();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(503, "stopping");
        }
    }

    /** Where it begins. */
    public String home() {
        return address + PATH + "/";
    }

    /** Where the application sends the browser back to: one of the client's return URLs. */
    public String returnUrl() {
        return address + RETURN;
    }

    public Settings settings() {
        return settings.get();
    }

    /** @param changes members of {@link Settings} as a JSON object */
    public void change(String changes) {
        settings.updateAndGet(now -> control.changed(now, changes, Settings.class));
    }

    /** What came so far. */
    public Received received() {
        return new Received(logins.get(), returns.get(), strangers.get(), results.get(), identifications.all());
    }

    /** Everything as at the start; nobody is logged in. */
    public void reset() {
        sessions.clear();
        settings.set(Settings.standard());
        logins.set(0);
        returns.set(0);
        strangers.set(0);
        results.set(0);
        identifications.clear();
    }
}
