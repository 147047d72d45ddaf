package io.eidroutes.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Scenario;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Nothing of the request's headers, and nothing of СМЭВ's, comes back with an answer. */
class ResponseHeadersTest extends ConsentTest {

    /** What an answer may carry: ours, and what the server and its security add. */
    private static final Set<String> KNOWN = Set.of("content-type", "content-length", "transfer-encoding", "date", "connection",
            "keep-alive", "vary", "cache-control", "x-content-type-options", "x-xss-protection", "x-frame-options", "location", "retry-after",
            "preference-applied", "eid-claim-id", "eid-delivery-id", "eid-failure-id", "eid-failure-kind", "eid-retryable", "www-authenticate", "allow");
    private static final String MARK = "mark-of-the-request";
    private static final String[] MARKED = {"Cookie", MARK, "X-Anything", MARK, "X-Request-Id", MARK, "Location", MARK, "Set-Cookie", MARK,
        "Referrer-Policy", MARK, "Cache-Control", MARK, "EID-Claim-Id", MARK, "EID-Delivery-Id", MARK, "EID-Failure-Id", MARK, "EID-Failure-Kind", MARK,
        "Retry-After", MARK, "Preference-Applied", MARK, "User-Agent", MARK, "traceparent", MARK, "breadcrumbId", MARK};

    @Test
    void whenTheAnswerComesThenItHasHeadersOfItsOwnOnly() throws Exception {
        HttpResponse<String> answer = post(example().toString(), MARKED);

        assertOwn(answer, 200);
        assertThat(answer.headers().allValues("EID-Claim-Id")).hasSize(1);
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertOwn(get(claimId(answer), MARKED), 200);
    }

    @Test
    void whenTheAnswerIsAFaultThenItsHeadersAreItsOwn() throws Exception {
        ObjectNode claim = example();
        smev().next(Scenario.of(Effect.Esia.fault("ESIA-036701", "Не найден тип согласия")).when(session(claim)));

        HttpResponse<String> answer = post(claim.toString(), MARKED);

        assertOwn(answer, 200);
        assertThat(answer.headers().allValues("EID-Failure-Kind")).hasSize(1);
        assertOwn(get(claimId(answer), MARKED), 200);
    }

    @Test
    void whenTheClaimIsAcceptedThenItsHeadersAreItsOwn() throws Exception {
        HttpResponse<String> answer = post(example().toString(), with("Prefer", "respond-async"));

        assertOwn(answer, 202);
        assertThat(answer.headers().allValues("Location")).hasSize(1);
    }

    @Test
    void whenTheCallIsRefusedThenItsHeadersAreItsOwn() throws Exception {
        assertOwn(post("{}", MARKED), 422);
        assertOwn(post("{", MARKED), 400);
        assertOwn(post("{}", with("Content-Type", "text/plain")), 415);
        assertOwn(post(example().put("org_ogrn", OTHER_OGRN).toString(), MARKED), 403);
        assertOwn(get("none", MARKED), 404);
        assertOwn(get("a/b", MARKED), 404);
        assertOwn(get("", MARKED), 404);
        assertOwn(post("{}", with("Authorization", "Basic " + MARK)), 401);
    }

    private static String[] with(String name, String value) {
        String[] headers = java.util.Arrays.copyOf(MARKED, MARKED.length + 2);
        headers[MARKED.length] = name;
        headers[MARKED.length + 1] = value;
        return headers;
    }

    private static void assertOwn(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().map().toString()).doesNotContain(MARK, basic("demo", "demo"));
        assertThat(answer.body()).doesNotContain(MARK);
        Set<String> names = new TreeSet<>();
        answer.headers().map().keySet().forEach(name -> names.add(name.toLowerCase(java.util.Locale.ROOT)));
        assertThat(KNOWN).containsAll(names);
    }
}
