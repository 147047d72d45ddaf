package io.eidroutes.identification.person;

import io.eidroutes.delivery.StandIn;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Whatever the adapter and the partner say of a person, none of it is in the log, the metrics or the files. */
@ExtendWith(OutputCaptureExtension.class)
class PrivacyOfPersonTest extends PersonTest {

    private static final String MARK = "Тайнофамилин";
    private static final List<String> MARKS = List.of(MARK, IIN, REQUEST_ID, "mark-of-code", "coidtestpassword",
            "mark-of-hook", WEBHOOK_SECRET, "77071234567", "subject-1", "Authorization:", basic("admin", "coidtestpassword"));

    @Value("${spring.datasource.url}")
    private String store;

    @Test
    void whenTheRunIsOverThenNothingPersonalIsLeftWhereItMustNotBe(CapturedOutput log) throws Exception {
        List<UUID> all = new ArrayList<>();
        for (StandIn.Reply reply : List.of(
                StandIn.Reply.of(200, documentedAnswer().toString().replace("ПРИМЕРОВ", MARK)),
                StandIn.Reply.of(200, "{\"person\":{\"" + MARK + "\":1,\"name\":[\"" + MARK + "\"]}}"),
                StandIn.Reply.of(200, documentedAnswer().toString().replace(IIN, "900101300124").replace("ПРИМЕРОВ", MARK)),
                StandIn.Reply.of(200, "{\"" + MARK + "\":1}"),
                StandIn.Reply.of(400, "{\"code\":\"" + IIN + "\",\"message\":\"" + MARK + "\"}"),
                StandIn.Reply.of(409, "{\"code\":\"mark-of-code\",\"message\":\"" + IIN + "\"}"))) {
            adapter().always(reply);
            UUID id = identified(PARTNER);
            work.await(id, java.time.Duration.ofSeconds(15)).toCompletableFuture().get();
            all.add(id);
            askForPersonalData();
        }
        for (StandIn.Reply passing : List.of(
                StandIn.Reply.of(500, MARK), StandIn.Reply.of(200, "{\"person\":{\"" + MARK),
                StandIn.Reply.of(302, MARK).to("http://127.0.0.1:1/?iin=" + IIN))) {
            adapter().always(StandIn.Reply.of(200, documentedAnswer().toString()));
            adapter().next(passing);
            webhook().next(StandIn.Reply.of(500, "mark-of-hook"));
            UUID id = identified(HOOKED);
            awaitStates(id, "fetching", "ready", "delivered");
            all.add(id);
        }
        post("/token-exchanges", JSON.createObjectNode().put("code", "mark-of-code-" + IIN).put("redirect_uri", REDIRECT_URI)
                .put("nonce", "mark-of-code").toString());
        post("/token-exchanges", "{\"code\":\"mark-of-code\",\"redirect_uri\":\"https://" + IIN + "/\",\"nonce\":1}");
        post("/personal-data", "{\"iin\":\"" + IIN + "\",\"requestId\":\"" + MARK);

        assertThat(log.getAll()).contains(all.get(0).toString());
        assertNoMarks("log", log.getAll());
        String metrics = metrics();
        assertThat(metrics).contains("eid_failures_total{").doesNotContain(all.get(0).toString());
        assertNoMarks("metrics", metrics);
        jdbc.sql("checkpoint sync").update();
        String files = contents(Path.of(store.replace("jdbc:h2:file:", "")).getParent());
        assertThat(files).contains(HOOKED);
        assertNoMarks("store", files);
    }

    private static void assertNoMarks(String where, String text) {
        for (String mark : MARKS) {
            assertThat(text.contains(mark) || text.contains(new String(mark.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)))
                    .as("%s holds %s", where, mark).isFalse();
        }
    }

    /** The files of the store. Beside them lie messages and files of callers, which are as the callers wrote them. */
    private static String contents(Path folder) throws Exception {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(found -> found.getFileName().toString().startsWith("store")).toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
