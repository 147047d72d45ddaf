package io.eidroutes.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.simulator.smev.Defect;
import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Operation;
import io.eidroutes.simulator.smev.Scenario;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A run in which everything that can be said about a person is said: none of it is in the log, the metrics or the files. */
@ExtendWith(OutputCaptureExtension.class)
class PrivacyOfLogTest extends ConsentTest {

    private static final String SNILS = "112-233-445 95";
    private static final String WORDS = "Тайнословие о Тайнофамилине, СНИЛС " + SNILS;
    private static final List<String> MARKS = List.of("Тайно", SNILS, "11223344595", "ТСЕРИЯ77", "ТНОМЕР7788", "9876543210123",
            "mark-of-session", "mark-of-key", "mark-of-path", "password-of", "Authorization:", "Basic ", base64("other:password-of-other"),
            base64("demo:demo"), base64("demo:password-of-nobody"));

    @Autowired
    private JdbcClient jdbc;

    @Value("${spring.datasource.url}")
    private String store;

    @Value("${spring.artemis.embedded.data-directory}")
    private Path broker;

    private final List<String> claims = new ArrayList<>();
    /** As the log is to name them. */
    private final List<String> recorded = new ArrayList<>();

    private void run() throws Exception {
        smev().settings(smev().settings().withRedeliverAfterMillis(300));
        ends(new Effect.Late(1));
        ends(Effect.Esia.fault("ESIA-036701", WORDS), "esia ESIA-036701, kind partner");
        ends(Effect.Esia.fault(WORDS, WORDS), "esia other, kind unknown");
        ends(Effect.Esia.fault("EID-UNREADABLE-ANSWER", WORDS), "esia other, kind unknown");
        ends(Effect.Esia.fault("X".repeat(300) + WORDS, WORDS), "esia other, kind unknown");
        ends(Effect.Rejected.of("NO_DATA", WORDS), "smev-rejection NO_DATA, kind partner");
        ends(Effect.Rejected.of("FAILURE", WORDS), "smev-rejection FAILURE, kind retry");
        ends(Effect.Rejected.of(WORDS, WORDS), "smev-rejection other, kind unknown");
        ends(new Effect.AsyncStatus("requestIsRejectedBySmev", WORDS, "InvalidContent", WORDS, WORDS, false),
                "smev-fault requestIsRejectedBySmev, kind partner");
        ends(new Effect.AsyncStatus("cancelled", WORDS, "", "", "", true), "smev-fault cancelled, kind partner");
        ends(new Effect.AsyncStatus("responseIsRejectedBySmev", WORDS, "InvalidContent", WORDS, WORDS, false),
                "smev-fault responseIsRejectedBySmev, kind partner");
        ends(new Effect.AsyncStatus("somethingNew", WORDS, "InvalidContent", WORDS, WORDS, false));
        ends(new Effect.Fault("InvalidContent", "SMEV-1", WORDS, false, List.of(WORDS)), "smev-fault InvalidContent, kind partner");
        ends(new Effect.Fault("AccessDenied", WORDS, WORDS, false, List.of()), "smev-fault AccessDenied, kind partner");
        ends(new Effect.Fault("SMEVFailure", WORDS, WORDS, false, List.of()), "smev-fault SMEVFailure, kind retry");
        ends(new Effect.Fault("Тайноотказ", WORDS, WORDS, false, List.of()), "smev-fault other, kind retry");
        ends(new Effect.Fault("", WORDS, WORDS, true, List.of()), "smev-fault no-detail, kind retry");
        ends(new Effect.Interim(1, WORDS, WORDS));
        ends(new Effect.Http(200, "<html>" + WORDS + "</html>", "text/html", false), "transport unreadable-answer, kind retry");
        ends(new Effect.Http(200, "<soap:Envelope " + WORDS, "text/xml; charset=utf-8", false), "transport unreadable-answer, kind retry");
        ends(new Effect.Http(502, WORDS, "text/plain; charset=utf-8", true), "transport gateway-error, kind retry");
        ends(new Effect.Http(404, WORDS, "text/plain; charset=utf-8", false), "transport client-error, kind retry");
        isDelivered(Defect.TAMPERED, "smev-fault", "EID-SIGNATURE-INVALID", "security");
        isDelivered(Defect.WRAPPED, "smev-fault", "EID-SIGNATURE-INVALID", "security");
        isDelivered(Defect.UNSIGNED, "smev-fault", "EID-SIGNATURE-MISSING", "security");
        isDelivered(Defect.DOCTYPE, "transport", "unreadable-answer", "retry");
        refusals();
    }

    @Test
    void whenTheRunIsOverThenNothingPersonalIsLeftAndEachFailureHasItsLine(CapturedOutput log) throws Exception {
        run();

        // What is not personal is found, so what is would be.
        assertThat(log.getAll()).contains(claims).contains(recorded);
        for (String refused : List.of("malformed-json", "invalid-claim", "unsupported-media-type", "unauthenticated", "not-permitted",
                "unknown-claim", "idempotency-conflict")) {
            assertThat(log.getAll()).contains("Failure validation " + refused + ", kind partner, claim none, failure ");
        }
        assertThat(log.getAll()).contains("Failure smev-fault EID-SIGNATURE-INVALID, kind security, claim ",
                "Failure smev-fault EID-SIGNATURE-MISSING, kind security, claim ");
        assertNoMarks("log", log.getAll());
        String metrics = manage("/prometheus").body();
        assertThat(metrics).contains("eid_failures_total{");
        assertNoMarks("metrics", metrics);
        assertThat(metrics).doesNotContain(claims);
        jdbc.sql("checkpoint sync").update();
        String files = contents(Path.of(store.replace("jdbc:h2:file:", "")).getParent());
        assertThat(files).contains("ESIA-036701");
        assertNoMarks("store", files);
        assertNoMarks("broker", contents(broker));
    }

    private void refusals() throws Exception {
        ObjectNode claim = personal();
        post(claim.toString().replace("\"org_ogrn\"", "\"Тайнополе " + SNILS + "\""));
        post(claim.toString().replaceFirst(":", " " + WORDS));
        post(claim.toString(), "Content-Type", "text/password-of-type");
        post(claim.toString(), "Authorization", basic("demo", "password-of-nobody"));
        post(claim.deepCopy().put("org_ogrn", OTHER_OGRN).put("routing_code", "PROD").toString());
        ((ObjectNode) claim.get("person_data")).put("snils", "112-233-445 96").put("last_name", 1);
        post(claim.toString());
        get("mark-of-path");
        raw("GET /api/v1/claim-permissions/Тайнопуть?{" + SNILS + "} HTTP/1.1\r\nHost: x\r\n\r\n");
        raw("GET / HTTP/1.1\r\nHost: x\r\nТайнозаголовок : " + SNILS + "\r\n\r\n");
        raw("GET /?snils=%ZZmark-of-path HTTP/1.1\r\nHost: x\r\nCookie: =;mark-of-path\u0001\r\n\r\n");
        post("snils=" + SNILS + "&name=%Тайно", "Content-Type", "application/x-www-form-urlencoded");
        post("Тайно", "Content-Type", "multipart/form-data; boundary=mark-of-path");
        post("Тайно", "Accept", "mark-of-path");
        get(UUID.randomUUID() + "?snils=112-233-445%2095", "Cookie", "password-of-cookie");
    }

    /** A claim with that effect, until its answer is there; and how its failures are logged. */
    private void ends(Effect effect, String... failures) throws Exception {
        String session = "mark-of-session-" + UUID.randomUUID();
        smev().next(Scenario.of(effect).on(Operation.SEND_REQUEST).when(session));
        ObjectNode claim = personal();
        claim.withArray("claim_permissions").forEach(permission -> ((ObjectNode) permission).put("session_id", session));
        String key = "mark-of-key-" + UUID.randomUUID();

        HttpResponse<String> answer = post(claim.toString(), "Idempotency-Key", key, "Prefer", "wait=30");

        assertThat(answer.statusCode()).as(effect + answer.body()).isEqualTo(200);
        claims.add(claimId(answer));
        for (String failure : failures) {
            recorded.add("Failure " + failure + ", claim " + claimId(answer) + ", failure ");
        }
        HttpResponse<String> conflict = post(personal().toString(), "Idempotency-Key", key);
        assertThat(conflict.statusCode()).isEqualTo(422);
        await().untilAsserted(() -> assertThat(smev().received().queued()).isZero());
    }

    /** A claim whose answer is bad until it was seen to be, and good then. */
    private void isDelivered(Defect defect, String family, String code, String kind) throws Exception {
        double before = failures(family, code, kind);
        smev().next(Scenario.of(Effect.Defective.with(defect)).on(Operation.GET_RESPONSE).always());
        HttpResponse<String> accepted = post(personal().toString(), "Prefer", "respond-async");
        assertThat(accepted.statusCode()).isEqualTo(202);
        await().untilAsserted(() -> assertThat(failures(family, code, kind)).isGreaterThan(before));
        smev().dropScenarios();
        await().untilAsserted(() -> assertThat(get(claimId(accepted)).body()).contains("\"response\""));
        claims.add(claimId(accepted));
    }

    private static ObjectNode personal() {
        ObjectNode claim = example();
        ObjectNode person = (ObjectNode) claim.get("person_data");
        person.put("last_name", "Тайнофамилин").put("first_name", "Тайноимён").put("middle_name", "Тайнович").put("snils", SNILS)
                .put("person_oid", "9876543210123");
        person.putObject("person_document").put("type", "FID_DOC").put("series", "ТСЕРИЯ77").put("number", "ТНОМЕР7788");
        claim.withArray("claim_permissions").forEach(permission ->
                ((ObjectNode) permission).put("responsible_object", "Тайноответственный"));
        return claim;
    }

    private static void assertNoMarks(String where, String text) {
        for (String mark : MARKS) {
            assertThat(text.contains(mark) || text.contains(new String(mark.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)))
                    .as("%s holds %s", where, mark).isFalse();
        }
    }

    private void raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).startsWith("HTTP/1.1 4");
        }
    }

    private static String contents(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    private static String base64(String credentials) {
        return java.util.Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
