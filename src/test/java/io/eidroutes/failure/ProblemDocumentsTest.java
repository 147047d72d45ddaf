package io.eidroutes.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemDocumentsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ProblemDocuments documents = new ProblemDocuments(Catalogue.load(), JSON);

    @Test
    void whenRequestIsRefusedThenEveryViolationIsListed() throws IOException {
        Failure failure = Failure.refused("invalid-claim", List.of(
                Violation.of("/person_data/snils", "snils-check-number", "The check number is wrong.", "ESIA-036102"),
                Violation.of("", "required", "org_ogrn is missing.")));
        assertThat(JSON.readTree(documents.write(failure, Kind.PARTNER, false))).isEqualTo(JSON.readTree("""
                {"type":"urn:eid-routes:failure:validation:invalid-claim","title":"The claim is filled in wrongly",
                 "status":422,"family":"validation","code":"invalid-claim","kind":"partner","retryable":false,
                 "advice":"Correct the fields listed in errors and send the request again.",
                 "errors":[
                  {"pointer":"/person_data/snils","rule":"snils-check-number","message":"The check number is wrong.",
                   "esia_code":"ESIA-036102"},
                  {"pointer":"","rule":"required","message":"org_ogrn is missing."}]}"""));
    }

    @Test
    void whenAnotherSystemWroteATextThenItIsNotShown() throws IOException {
        Failure failure = Failure.reported(Family.SMEV_FAULT, "InvalidContent", "SMEV-403", "the value Pyotr is wrong");
        String text = new String(documents.write(failure, Kind.PARTNER, false), StandardCharsets.UTF_8);
        assertThat(text).doesNotContain("Pyotr").doesNotContain("SMEV-403");
        JsonNode problem = JSON.readTree(text);
        assertThat(problem.has("detail")).isFalse();
        assertThat(problem.has("errors")).isFalse();
        assertThat(problem.has("status")).isFalse();
    }

    @Test
    void whenBranchSetAnotherKindThenTheDocumentSaysThatOne() throws IOException {
        JsonNode problem = JSON.readTree(documents.write(Failure.of(Family.TRANSPORT, "internal-error"), Kind.USER, true));
        assertThat(problem.path("kind").asText()).isEqualTo("user");
        assertThat(problem.path("retryable").asBoolean()).isTrue();
        assertThat(problem.path("status").asInt()).isEqualTo(503);
    }

    @Test
    void whenLanguageIsAskedForThenTitleAndAdviceAreInIt() throws IOException {
        CatalogueEntry entry = Catalogue.load().find(Family.VALIDATION, "unknown-claim");
        JsonNode problem = JSON.readTree(documents.write(Failure.of(Family.VALIDATION, "unknown-claim"), Kind.PARTNER, false, "kk"));
        assertThat(problem.path("title").asText()).isEqualTo(entry.message().kk());
        assertThat(problem.path("advice").asText()).isEqualTo(entry.advice().kk());
    }

    @Test
    void whenCodeIsUnknownThenItIsVerbatimAndTheTypeIsStillAUrn() throws IOException {
        JsonNode problem = JSON.readTree(documents.write(Failure.of(Family.ESIA, "код 1/2"), Kind.UNKNOWN, false));
        assertThat(problem.path("code").asText()).isEqualTo("код 1/2");
        assertThat(problem.path("type").asText()).isEqualTo("urn:eid-routes:failure:esia:%D0%BA%D0%BE%D0%B4%201%2F2");
        assertThat(problem.path("title").asText()).isEqualTo("ESIA answered with an error that is not in the catalogue");
    }
}
