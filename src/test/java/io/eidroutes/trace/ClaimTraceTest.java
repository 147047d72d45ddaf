package io.eidroutes.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.eidroutes.broker.BrokerClient;
import io.eidroutes.consent.ConsentTest;
import io.eidroutes.delivery.StandIn;
import io.opentelemetry.sdk.trace.data.SpanData;
import jakarta.jms.Message;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisProperties;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** One claim is one trace, from the call to the answer, whichever way it came and however often it lay in the store. */
@AutoConfigureObservability
@Import(SpanRecorder.class)
@TestPropertySource(properties = "eid.smev.node-id=traced")
@ExtendWith(OutputCaptureExtension.class)
class ClaimTraceTest extends ConsentTest {

    private static final String RECORDED = "01";
    private static final String NOT_RECORDED = "00";
    private static final StandIn COLLECTOR = new StandIn();

    @Autowired
    private SpanRecorder recorder;

    @Autowired
    private ArtemisProperties artemis;

    @Value("${test.data}")
    private Path data;

    private final String trace = UUID.randomUUID().toString().replace("-", "");

    @DynamicPropertySource
    static void export(DynamicPropertyRegistry registry) {
        registry.add("management.otlp.tracing.endpoint", () -> COLLECTOR.url() + "/v1/traces");
    }

    private String traceParent(String flags) {
        return "00-" + trace + "-00f067aa0ba902b7-" + flags;
    }

    @Test
    void whenACallBelongsToATraceThenAllThatFollowsIsInItAndTheWebhookIsToldIt(CapturedOutput log) throws Exception {
        HttpResponse<String> accepted = post(example().toString(), "EID-Deliver-To", "webhook", "traceparent", traceParent(RECORDED));

        await().untilAsserted(() -> assertThat(webhook().requests()).hasSize(1));
        await().untilAsserted(() -> assertThat(recorder.names(trace)).contains("send", "receive", "answer")
                .anyMatch(name -> name.startsWith("http post")));
        SpanData answer = recorder.spans(trace).stream().filter(span -> span.getName().equals("answer")).findFirst().orElseThrow();
        assertThat(webhook().requests().get(0).headers().getFirst("traceparent"))
                .isEqualTo("00-" + trace + "-" + answer.getSpanId() + "-01");
        List<String> lines = log.getAll().lines().filter(line -> line.contains(claimId(accepted))).toList();
        assertThat(lines).hasSizeGreaterThanOrEqualTo(5).allMatch(line -> line.contains("[" + trace));
        assertThat(recorder.spans(trace)).allSatisfy(span -> assertThat(span.getAttributes().toString() + span.getName())
                .doesNotContain(example().at("/claim_permissions/0/session_id").asText()).doesNotContain("demo:"));
    }

    @Test
    void whenACollectorIsSetThenWhatIsRecordedGoesThere() throws Exception {
        post(example().toString(), "Prefer", "wait=20", "traceparent", traceParent(RECORDED));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(COLLECTOR.requests()).anySatisfy(export -> {
            assertThat(export.target()).isEqualTo("/v1/traces");
            assertThat(export.headers().getFirst("Content-Type")).isEqualTo("application/x-protobuf");
            assertThat(export.body()).contains("eid-routes", "receive", "eid.claim");
        }));
    }

    @Test
    void whenTheCallerDoesNotRecordItsTraceThenItIsPassedOnAndNothingIsRecorded() throws Exception {
        post(example().toString(), "EID-Deliver-To", "webhook", "traceparent", traceParent(NOT_RECORDED));

        await().untilAsserted(() -> assertThat(webhook().requests()).hasSize(1));
        assertThat(webhook().requests().get(0).headers().getFirst("traceparent")).matches("00-" + trace + "-[0-9a-f]{16}-00");
        assertThat(recorder.names(trace)).isEmpty();
    }

    @Test
    void whenTheTraceOfACallCannotBeReadThenTheClaimBeginsItsOwn() throws Exception {
        post(example().toString(), "EID-Deliver-To", "webhook", "traceparent", "00-" + trace + "-nonsense'; drop table claim");

        await().untilAsserted(() -> assertThat(webhook().requests()).hasSize(1));
        assertThat(TraceParent.read(Optional.ofNullable(webhook().requests().get(0).headers().getFirst("traceparent"))))
                .hasValueSatisfying(own -> assertThat(own.text()).doesNotContain(trace));
    }

    @Test
    void whenAMessageBelongsToATraceThenItsAnswerDoesToo() throws Exception {
        try (BrokerClient broker = BrokerClient.of("vm://" + artemis.getEmbedded().getServerId())) {
            Message request = broker.text(example());
            request.setJMSReplyTo(broker.queue("traced.replies"));
            request.setStringProperty("traceparent", traceParent(RECORDED));
            broker.send("eid.claims", request);

            Message answer = broker.only("traced.replies");

            assertThat(answer.getStringProperty("traceparent")).startsWith("00-" + trace);
            assertThat(answer.getBody(String.class)).isEqualTo(SUCCEEDED);
        }
        await().untilAsserted(() -> assertThat(recorder.names(trace)).contains("read message", "send", "receive", "answer"));
    }

    @Test
    void whenAFileIsReadThenItBeginsATraceThatItsAnswerNames() throws Exception {
        String name = "traced-" + UUID.randomUUID();
        Path written = Files.writeString(data.resolve(name), example().toString());
        Files.move(written, data.resolve("inbox").resolve(name + ".json"), StandardCopyOption.ATOMIC_MOVE);

        await().until(() -> Files.exists(data.resolve("outbox").resolve(name + ".response.json")));

        JsonNode meta = JSON.readTree(data.resolve("outbox").resolve(name + ".meta.json").toFile());
        assertThat(TraceParent.read(Optional.of(meta.path("traceparent").asText()))).isPresent();
    }
}
