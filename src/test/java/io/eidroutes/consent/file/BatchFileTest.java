package io.eidroutes.consent.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that is an array of claims: each is accepted or refused by itself, and a summary says which. */
class BatchFileTest extends FileTest {

    @Test
    void whenAFileIsAnArrayThenEachClaimIsAnsweredAndASummaryIsWritten() throws Exception {
        String name = newName();
        ObjectNode wrong = example();
        wrong.remove("person_data");
        put(name, "\uFEFF [" + example() + ",\n" + wrong + ", " + example() + "]\n");

        JsonNode summary = JSON.readTree(awaitFile(inOutbox(name + ".summary.json")));
        awaitGone(name);
        assertThat(summary.path("claims").asInt()).isEqualTo(3);
        assertThat(summary.path("accepted").asInt()).isEqualTo(2);
        assertThat(summary.path("refused").asInt()).isEqualTo(1);
        assertThat(awaitResponse(name + ".0001")).isEqualTo(JSON.readTree(SUCCEEDED));
        assertThat(awaitResponse(name + ".0003")).isEqualTo(JSON.readTree(SUCCEEDED));
        assertThat(summary.at("/results/0/number").asInt()).isEqualTo(1);
        assertThat(summary.at("/results/0/claim_id")).isEqualTo(meta(name + ".0001").path("EID-Claim-Id"));
        assertThat(summary.at("/results/2/claim_id")).isEqualTo(meta(name + ".0003").path("EID-Claim-Id"));
        assertThat(summary.at("/results/1/code").asText()).isEqualTo("invalid-claim");
        assertThat(summary.at("/results/1/problem").asText()).isEqualTo(name + ".0002.problem.json");
        assertThat(problemIn(name + ".0002.problem.json", "invalid-claim").at("/errors/0/pointer").asText()).isEqualTo("/person_data");
        assertThat(Files.readString(inRejected(name + ".0002.json"))).isEqualTo(wrong.toString());
        assertThat(refused(name)).containsExactly(name + ".0002.json", name + ".0002.meta.json", name + ".0002.problem.json");
    }

    @Test
    void whenTheBatchComesAgainThenItFindsItsClaims() throws Exception {
        String name = newName();
        String content = "[" + example() + ",{}," + example() + "]";
        put(name, content);
        byte[] summary = awaitFile(inOutbox(name + ".summary.json"));
        awaitResponse(name + ".0001");
        awaitResponse(name + ".0003");
        awaitGone(name);
        put(name, content);
        awaitGone(name);

        assertThat(Files.readAllBytes(inOutbox(name + ".summary.json"))).isEqualTo(summary);
        assertThat(answers(name)).containsExactly(name + ".0001.meta.json", name + ".0001.response.json", name + ".0003.meta.json",
                name + ".0003.response.json", name + ".summary.json");
        assertThat(refused(name)).hasSize(3);
        assertThat(smev().received().totals().accepted()).isEqualTo(2);
    }

    @Test
    void whenAnElementIsNoClaimThenItAloneIsRefused() throws Exception {
        String name = newName();
        put(name, "[[" + example() + "], 12, \"text\", null, {\"a\":1,\"a\":2}, " + example() + "]");

        JsonNode summary = JSON.readTree(awaitFile(inOutbox(name + ".summary.json")));
        assertThat(summary.path("accepted").asInt()).isEqualTo(1);
        assertThat(codes(summary)).containsExactly("invalid-claim", "invalid-claim", "invalid-claim", "invalid-claim",
                "malformed-json", "");
        assertThat(Files.readString(inRejected(name + ".0003.json"))).isEqualTo("\"text\"");
    }

    private static Iterable<String> codes(JsonNode summary) {
        ArrayNode results = (ArrayNode) summary.path("results");
        return IntStream.range(0, results.size()).mapToObj(i -> results.get(i).path("code").asText()).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "[]           | invalid-claim  | batch-empty",
        "[{},]        | malformed-json | json-syntax",
        "[{} {}]      | malformed-json | json-syntax",
        "[{},{}       | malformed-json | json-syntax",
        "[{}]]        | malformed-json | json-syntax",
        "[{}] {}      | malformed-json | json-syntax",
        "[{]}]        | malformed-json | json-syntax"})
    void whenItIsNoArrayOfClaimsThenItIsRefusedAsAWhole(String content, String code, String rule) throws Exception {
        String name = newName();
        put(name, content);

        assertThat(awaitProblem(name, code).at("/errors/0/rule").asText()).isEqualTo(rule);
        assertThat(answers(name)).isEmpty();
        assertThat(refused(name)).hasSize(3);
    }

    @Test
    void whenThereAreMoreElementsThanAllowedThenNoneIsTaken() throws Exception {
        String name = newName();
        put(name, elements(21));

        assertThat(awaitProblem(name, "too-large").at("/errors/0/rule").asText()).isEqualTo("batch-size");
        assertThat(answers(name)).isEmpty();
    }

    @Test
    void whenThereAreAsManyElementsAsAllowedThenAllAreAnswered() throws Exception {
        String name = newName();
        put(name, elements(20));

        for (int i = 1; i <= 20; i++) {
            awaitResponse(name + String.format(".%04d", i));
        }
        assertThat(JSON.readTree(awaitFile(inOutbox(name + ".summary.json"))).path("accepted").asInt()).isEqualTo(20);
    }

    @Test
    void whenAnotherBatchHasTheNameThenAnUnreadSummaryIsNotOverwritten() throws Exception {
        String name = newName();
        put(name, "[" + example() + "]");
        byte[] first = awaitFile(inOutbox(name + ".summary.json"));
        awaitResponse(name + ".0001");
        put(name, "[" + example() + "]");
        awaitFile(inOutbox(name + ".2.summary.json"));

        awaitResponse(name + ".0001.2");
        assertThat(Files.readAllBytes(inOutbox(name + ".summary.json"))).isEqualTo(first);
    }

    private static String elements(int count) throws IOException {
        return IntStream.range(0, count).mapToObj(i -> example().toString()).collect(Collectors.joining(",", "[", "]"));
    }
}
