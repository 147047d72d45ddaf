package io.eidroutes;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.simulator.Simulators;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The jar alone has all that it needs; a folder of routes beside it takes the place of the packed ones. */
class PackedRoutesIT {

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
    void whenAFolderOfRoutesStandsBesideItThenTheLogNamesIt() throws Exception {
        Path folder = RunningJar.workingDirectory();
        try (Simulators simulators = Simulators.start(0);
                RunningJar jar = RunningJar.start(folder, simulators.smevEndpoint())) {

            assertThat(jar.log()).contains("Routes and mappings are read from file:" + folder.resolve("routes"));
            assertThat(folder.resolve("data")).isNotEmptyDirectory();
        }
    }
}
