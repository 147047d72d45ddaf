package io.eidroutes.identification.journey.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.identification.journey.Visitor;
import io.eidroutes.simulator.aitu.IdTokenDefect;
import io.eidroutes.simulator.web.Caller;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Good and hostile journeys in which everybody says everything about a person, and all secrets are used: none of it is in
 * the log (ours from DEBUG on), in the metrics, in what browsers get from us, or in the files of store and broker.
 */
@ExtendWith(OutputCaptureExtension.class)
class NothingPersonalIsLeftTest extends TalkativeCallersTest {

    @Autowired
    private JdbcClient jdbc;

    @Value("${spring.datasource.url}")
    private String store;

    @Value("${spring.artemis.embedded.data-directory}")
    private Path broker;

    @Test
    void whenTheRunIsOverThenNothingPersonalIsLeftWhereItMustNotBe(CapturedOutput output) throws Exception {
        String log;
        try (CollectedLog collected = CollectedLog.open()) {
            goodJourneys();
            for (IdTokenDefect defect : IdTokenDefect.values()) {
                journeyWithDefect(defect);
            }
            hostileAnswers();
            hostileCallbacks();
            hostileCallers();
            soon().untilAsserted(() -> assertThat(unfinished()).isZero());
            log = collected.text();
        }
        Marks marks = marks();
        Map<String, TreeSet<String>> found = new TreeMap<>();

        found.put("log", marks.in(log));
        found.put("output", marks.in(output.getAll()));
        found.put("metrics", marks.in(actuator("prometheus")));
        found.put("health", marks.in(actuator("health")));
        found.put("browser", inBrowsers(marks));
        jdbc.sql("checkpoint sync").update();
        Path folder = Path.of(store.replace("jdbc:h2:file:", "")).getParent();
        found.put("store", inFiles(marks, folder));
        found.put("broker", inFiles(marks, broker));

        SoftAssertions everywhere = new SoftAssertions();
        found.forEach((place, what) -> everywhere.assertThat(what).as(place).isEmpty());
        everywhere.assertAll();
        // What may be there is found, so what may not would be.
        assertThat(log).contains(anyIdentification()).contains("io.eidroutes.identification");
        assertThat(output.getAll()).contains(anyIdentification());
        assertRecorded(log);
        assertThat(actuator("prometheus")).contains("eid_failures_total{").doesNotContain(anyIdentification());
        Marks harmless = new Marks();
        harmless.add("a code of the catalogue", "wrong-nonce");
        assertThat(inFiles(harmless, folder)).isNotEmpty();
    }

    /** All of them happened, and each has its line with the catalogue's code and the identification. */
    private static void assertRecorded(String log) {
        List<String> failures = List.of("aitu-authorization access_denied, kind user",
                "aitu-authorization other, kind unknown", "aitu-authorization EID-CALLBACK-MALFORMED, kind security",
                "aitu-token invalid_grant, kind user", "aitu-token other, kind unknown", "aitu-token EID-UNREADABLE-ANSWER, kind partner",
                "aitu-token EID-TRUSTED-PHONE-REFUSED, kind partner", "aitu-token EID-REDIRECTED, kind partner",
                "aitu-token EID-NO-ANSWER, kind retry", "id-token signature-invalid, kind security",
                "id-token wrong-issuer, kind security", "id-token wrong-nonce, kind security", "id-token wrong-iin, kind partner",
                "id-token unreadable, kind partner", "coid iin-not-found, kind user", "coid under-age, kind user",
                "coid other, kind unknown", "coid no-person, kind partner", "coid request-refused, kind partner",
                "transport unreadable-answer, kind retry", "transport gateway-error, kind retry",
                "validation malformed-json, kind partner", "validation invalid-identification, kind partner",
                "validation invalid-request, kind partner", "validation unauthenticated, kind partner");
        assertThat(failures).allSatisfy(failure -> assertThat(Pattern.compile(
                "Failure " + failure + ", (identification|claim) \\S+, failure [0-9a-f-]{36}").matcher(log).find()).as(failure).isTrue());
    }

    private long unfinished() {
        return jdbc.sql("select count(*) from personal_data_fetch").query(Long.class).single();
    }

    private String actuator(String endpoint) throws Exception {
        HttpResponse<String> answer = Caller.get("http://127.0.0.1:" + managementPort() + "/actuator/" + endpoint);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /** In what came from the application; the provider's and the partner's own pages are theirs. */
    private TreeSet<String> inBrowsers(Marks marks) {
        TreeSet<String> found = new TreeSet<>();
        int ours = 0;
        for (Visitor visitor : visitors()) {
            for (HttpResponse<String> answer : visitor.seen()) {
                if (answer.uri().toString().startsWith(home())) {
                    ours++;
                    String page = answer.uri().getPath().replaceAll("/start/.*", "/start/…");
                    String spots = String.join("\n", Spots.of(answer, home(), aitu().base(), partner().returnUrl()));
                    marks.in(spots).forEach(mark -> found.add(page + " " + mark));
                }
            }
        }
        assertThat(ours).isGreaterThan(100);
        return found;
    }

    private static TreeSet<String> inFiles(Marks marks, Path folder) throws IOException {
        TreeSet<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                marks.in(Files.readAllBytes(file)).forEach(mark -> found.add(file.getFileName() + " " + mark));
            }
        }
        return found;
    }
}
