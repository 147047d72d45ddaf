package io.eidroutes.identification.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.eidroutes.failure.Catalogue;
import io.eidroutes.failure.CatalogueEntry;
import io.eidroutes.failure.Family;
import io.eidroutes.simulator.aitu.AituSimulator;
import io.eidroutes.simulator.coid.CoidSimulator;
import io.eidroutes.simulator.partner.PartnerPage;
import io.eidroutes.simulator.web.Caller;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.web.util.HtmlUtils;

/**
 * The steps of a user between a partner, the application and a hostile provider or adapter, and what must be seen after
 * them: at the partner's API, in the browser, at the stand-ins and in the metrics. The user is identified without pages.
 */
public abstract class HostileTest extends JourneyTest {

    protected static final String SOMEBODY = "900517400019";
    protected static final String PHONE = "77011234567";
    /** Of the form of a result ticket, and nobody's. */
    private static final String INVENTED_TICKET = "A".repeat(43);
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final Pattern FORM_KEY = Pattern.compile("name=\"session\" value=\"([^\"]+)\"");

    @LocalManagementPort
    private int managementPort;

    private Map<String, Long> failuresBefore = Map.of();

    /** An identification that a user of the partner began. */
    public record Begun(String id, String startUrl, Visitor visitor) {
    }

    @BeforeEach
    void prepare() throws Exception {
        aitu().change("{\"automaticIin\":\"" + SOMEBODY + "\"}");
        failuresBefore = CountedFailures.read(managementPort);
    }

    protected static AituSimulator aitu() {
        return SIMULATORS.aitu();
    }

    protected static CoidSimulator coid() {
        return SIMULATORS.coid();
    }

    protected static PartnerPage partner() {
        return SIMULATORS.partner();
    }

    /** The partner and the adapter forget what they have seen. */
    protected static void forget() {
        coid().reset();
        partner().reset();
        meet();
    }

    protected static String callbackUrl() {
        return application() + "/aitu/callback";
    }

    /** Waits without the pauses that hundreds of journeys would add up. */
    protected static ConditionFactory soon() {
        return await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20));
    }

    protected final int managementPort() {
        return managementPort;
    }

    protected static Begun begin() throws Exception {
        return begin(new Visitor(), Map.of());
    }

    /** Presses the partner's button; {@code asked} is what the user filled in there. */
    protected static Begun begin(Visitor visitor, Map<String, String> asked) throws Exception {
        Matcher key = FORM_KEY.matcher(visitor.get(partner().home()).body());
        assertThat(key.find()).isTrue();
        Map<String, String> form = new TreeMap<>(asked);
        form.put("session", key.group(1));
        String start = Caller.location(visitor.post(partner().home() + "login", form));
        assertThat(start).startsWith(application() + "/identifications/start/");
        List<String> begun = partner().received().begun();
        return new Begun(begun.get(begun.size() - 1), start, visitor);
    }

    /** Opens the start URL; the answer leads to Aitu Passport, unless something went wrong. */
    protected static HttpResponse<String> start(Begun begun) throws Exception {
        HttpResponse<String> answer = begun.visitor().get(begun.startUrl());
        // A verified phone is told to Aitu only when a user presses the button.
        return answer.statusCode() == 200 ? begun.visitor().post(begun.startUrl(), Map.of()) : answer;
    }

    /** Goes to Aitu Passport and is identified there; where the browser is sent then, unopened. */
    protected static String callbackOf(Begun begun) throws Exception {
        return Caller.location(begun.visitor().get(Caller.location(start(begun))));
    }

    /** The whole way up to our answer to the callback. */
    protected static HttpResponse<String> comeBack(Begun begun) throws Exception {
        String callback = callbackOf(begun);
        assertThat(callback).startsWith(callbackUrl() + "?");
        return begun.visitor().get(callback);
    }

    /** What the partner's backend is told. */
    protected static JsonNode read(Begun begun) throws Exception {
        HttpResponse<String> answer = Caller.get(api(begun), "Authorization", credentials());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Caller.json(answer);
    }

    protected static HttpResponse<String> result(Begun begun, String ticket) throws Exception {
        return Caller.postJson(api(begun) + "/result", ticket.isEmpty() ? "{}" : "{\"result_ticket\":\"" + ticket + "\"}",
                "Authorization", credentials());
    }

    protected static HttpResponse<String> call(String path, String json) throws Exception {
        return Caller.send(HttpRequest.newBuilder(URI.create(application() + "/api/v1/" + path))
                .POST(HttpRequest.BodyPublishers.ofString(json)), "Content-Type", "application/json",
                "Authorization", credentials());
    }

    private static String api(Begun begun) {
        return application() + "/api/v1/identifications/" + begun.id();
    }

    protected static String credentials() {
        return Caller.basic(partner().settings().client(), partner().settings().password());
    }

    /** After the state was spent: the browser is sent back without anything to fetch a result with, and there is none. */
    protected static void assertFailed(Begun begun, HttpResponse<String> left, String family, String code, String kind)
            throws Exception {
        assertLeft(left);
        assertThat(Caller.location(left)).isEqualTo(partner().returnUrl() + "?id=" + begun.id());
        assertThat(begun.visitor().cookies("eid-")).isEmpty();
        assertState(begun, family, code, kind);
        HttpResponse<String> page = begun.visitor().follow(left);
        assertThat(page.body()).contains("Войти не удалось").doesNotContain(SOMEBODY, "ТЕСТОВА");
        assertNothingReleased(begun);
        assertThat(coid().received().requests()).isZero();
    }

    protected static void assertState(Begun begun, String family, String code, String kind) throws Exception {
        JsonNode read = read(begun);
        assertThat(read.path("state").asText()).as(read.toString()).isEqualTo("failed");
        assertThat(read.at("/failure/family").asText()).isEqualTo(family);
        assertThat(read.at("/failure/code").asText()).isEqualTo(code);
        assertThat(read.at("/failure/kind").asText()).isEqualTo(kind);
    }

    /** The browser leaves the callback's URL at once and tells nobody of it. */
    protected static void assertLeft(HttpResponse<String> left) {
        assertThat(left.statusCode()).as(left.body()).isEqualTo(303);
        assertThat(left.body()).isEmpty();
        assertKeptNowhere(left);
    }

    /** A callback that is refused: the page of that code, in the catalogue's words and without anything of the inside. */
    protected static void assertRefused(HttpResponse<String> page, String code) {
        CatalogueEntry entry = CATALOGUE.find(Family.AITU_AUTHORIZATION, code);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(entry.status().orElseThrow());
        assertPage(page, entry);
    }

    /** The page about a failure, whatever its status. */
    protected static void assertPage(HttpResponse<String> page, CatalogueEntry entry) {
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertKeptNowhere(page);
        assertThat(HtmlUtils.htmlUnescape(page.body())).contains(entry.message().in("ru"))
                .doesNotContain("Exception", "io.eidroutes", "amel", "EID-", SOMEBODY);
    }

    private static void assertKeptNowhere(HttpResponse<String> answer) {
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
    }

    /** Nothing became of it: as if the callback had not come. */
    protected static void assertUntouched(Begun begun) throws Exception {
        JsonNode read = read(begun);
        assertThat(read.path("state").asText()).as(read.toString()).isEqualTo("at-aitu");
        assertThat(read.has("failure")).isFalse();
        assertNothingReleased(begun);
    }

    /** Neither has the partner a result, nor could anybody fetch one with the id alone. */
    protected static void assertNothingReleased(Begun begun) throws Exception {
        assertThat(partner().received().results()).isZero();
        assertProblem(result(begun, ""), 403, "no-result-ticket");
        assertProblem(result(begun, INVENTED_TICKET), 403, "unknown-result-ticket");
    }

    protected static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Caller.json(answer).path("code").asText()).isEqualTo(code);
        assertThat(answer.body()).doesNotContain(SOMEBODY);
    }

    /** The genuine user still gets through, and the partner has the result. */
    protected static void assertIdentified(Begun begun, HttpResponse<String> left) throws Exception {
        assertLeft(left);
        assertThat(Caller.location(left)).startsWith(partner().returnUrl() + "?id=" + begun.id() + "&result_ticket=");
        soon().untilAsserted(() -> assertThat(read(begun).path("state").asText()).isEqualTo("ready"));
        long before = partner().received().results();
        assertThat(begun.visitor().follow(left).body()).contains("Вы вошли", SOMEBODY, "ТЕСТОВА");
        assertThat(partner().received().results()).isEqualTo(before + 1);
    }

    /** So many token requests came in all, and no code came twice. */
    protected static void assertTokenRequests(int count) {
        assertThat(aitu().received().totals().tokenRequests()).isEqualTo(count);
        assertThat(aitu().received().totals().mostRequestsForOneCode()).isLessThanOrEqualTo(1);
    }

    /**
     * These failures, as in {@code id-token wrong-nonce security}, were counted since the test began, and no others; what
     * the partner's own calls were refused for is left aside.
     */
    protected final void assertCounted(String... failures) {
        Map<String, Long> expected = new TreeMap<>();
        Arrays.stream(failures).forEach(failure -> expected.merge(failure, 1L, Long::sum));
        soon().untilAsserted(() -> {
            Map<String, Long> counted = CountedFailures.since(failuresBefore, managementPort);
            counted.keySet().removeIf(failure -> failure.startsWith("validation "));
            assertThat(counted).isEqualTo(expected);
        });
    }
}
