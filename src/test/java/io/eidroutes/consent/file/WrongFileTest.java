package io.eidroutes.consent.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that is no claim of its client is moved aside with the reason, and nothing is sent. */
class WrongFileTest extends FileTest {

    @Test
    void whenAFileIsHugeThenItIsRefused() throws Exception {
        String name = newName();
        put(name, "[" + " ".repeat(100_000));

        JsonNode problem = awaitProblem(name, "too-large");
        assertThat(problem.at("/errors/0/message").asText()).contains("100000 bytes");
        assertThat(Files.size(inRejected(name + ".json"))).isEqualTo(100_001);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32LE", "ISO-8859-5", "windows-1251"})
    void whenTheEncodingIsAnotherThenItIsRefused(String encoding) throws Exception {
        String name = newName();
        ObjectNode claim = example();
        ((ObjectNode) claim.at("/person_data")).put("last_name", "Примерова");
        put(name, claim.toString().getBytes(Charset.forName(encoding)));

        assertThat(awaitProblem(name, "malformed-json").at("/errors/0/rule").asText()).isEqualTo("encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "windows-1251"})
    void whenTheEncodingOfABatchIsAnotherThenItIsRefusedAsAWhole(String encoding) throws Exception {
        String name = newName();
        ObjectNode claim = example();
        ((ObjectNode) claim.at("/person_data")).put("last_name", "Примерова");
        put(name, ("[" + example() + "," + claim + "]").getBytes(Charset.forName(encoding)));

        awaitProblem(name, "malformed-json");
        assertThat(answers(name)).isEmpty();
    }

    @Test
    void whenItIsNoJsonThenItIsRefusedWithThePlace() throws Exception {
        String name = newName();
        put(name, "{\"routing_code\": \"DEV\",\n nonsense}");

        assertThat(awaitProblem(name, "malformed-json").at("/errors/0/message").asText()).contains("line 2");
    }

    @Test
    void whenTheClaimIsInvalidThenThePointersAreThoseOfTheHttpDoor() throws Exception {
        String name = newName();
        ObjectNode claim = example();
        claim.remove("person_data");
        claim.put("org_ogrn", "12");
        put(name, claim.toString());

        JsonNode byFile = awaitProblem(name, "invalid-claim");
        JsonNode byHttp = JSON.readTree(post(claim.toString()).body());
        assertThat(byFile).isEqualTo(byHttp);
        assertThat(byFile.path("errors")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(Files.readAllBytes(inRejected(name + ".json"))).isEqualTo(claim.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whenTheClientMayNotClaimForTheOrganisationThenItIsRefused() throws Exception {
        String name = newName();
        ObjectNode claim = example();
        claim.put("org_ogrn", OTHER_OGRN);
        put(name, claim.toString());

        assertThat(awaitProblem(name, "not-permitted").at("/errors/0/pointer").asText()).isEqualTo("/org_ogrn");
        assertThat(smev().received().totals().accepted()).isZero();
    }

    @Test
    void whenTheNameIsTakenAmongTheRefusedThenItGetsANumber() throws Exception {
        String name = newName();
        put(name, "{1");
        awaitProblem(name, "malformed-json");
        put(name, "{2");
        awaitProblem(name + ".2", "malformed-json");
        put(name + ".problem", "{3");
        awaitProblem(name + ".problem.2", "malformed-json");

        assertThat(Files.readString(inRejected(name + ".json"))).isEqualTo("{1");
        assertThat(Files.readString(inRejected(name + ".2.json"))).isEqualTo("{2");
        problemIn(name + ".problem.json", "malformed-json");
    }
}
