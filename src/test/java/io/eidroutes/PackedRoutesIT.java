package io.eidroutes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.eidroutes.simulator.Simulators;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The jar alone has all that it needs; a folder of routes beside it takes the place of the packed ones. */
class PackedRoutesIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void whenTheJarStandsAloneThenItsPackedRoutesServeAndTheLogSaysSo() throws Exception {
        try (Simulators simulators = Simulators.start(0);
                RunningJar jar = RunningJar.start(RunningJar.emptyDirectory(), simulators.smevEndpoint())) {

            HttpResponse<String> answer = jar.post(RunningJar.claim(UUID.randomUUID().toString()), "Prefer", "wait=60");

            assertThat(answer.body()).isEqualTo("{\"status\":\"SUCCEEDED\",\"person_oid\":\"1000320657\"}");
            assertThat(jar.log()).contains("Routes and mappings are read from classpath:packed/routes");
        }
    }

    @Test
    void whenAFolderOfRoutesStandsBesideItThenTheLogNamesItAndCanBeJson() throws Exception {
        Path folder = RunningJar.workingDirectory();
        try (Simulators simulators = Simulators.start(0);
                RunningJar jar = RunningJar.start(folder, simulators.smevEndpoint(), "--logging.structured.format.console=ecs")) {
            HttpResponse<String> answer = jar.post(RunningJar.claim(UUID.randomUUID().toString()), "Prefer", "wait=60");

            List<JsonNode> lines = new ArrayList<>();
            for (String line : jar.log().lines().toList()) {
                lines.add(JSON.readTree(line));
            }
            assertThat(lines).extracting(line -> line.path("message").asText())
                    .contains("Routes and mappings are read from file:" + folder.resolve("routes"));
            String claim = answer.headers().firstValue("EID-Claim-Id").orElseThrow();
            List<JsonNode> ofClaim = lines.stream().filter(line -> line.path("claim").asText().equals(claim)).toList();
            assertThat(ofClaim).hasSizeGreaterThanOrEqualTo(2);
            assertThat(ofClaim).extracting(line -> line.path("traceId").asText()).doesNotContain("").containsOnly(
                    ofClaim.get(0).path("traceId").asText());
            assertThat(folder.resolve("data")).isNotEmptyDirectory();
        }
    }
}
