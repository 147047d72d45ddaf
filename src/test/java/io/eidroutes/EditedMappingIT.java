package io.eidroutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.eidroutes.simulator.Simulators;
import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Operation;
import io.eidroutes.simulator.smev.Scenario;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An edited mapping takes effect in the running jar; a broken edit does not. */
class EditedMappingIT {

    private static final String FIELD = "<xsl:sequence select=\"claim:field('responsibleObject', *[@key='responsible_object'])\"/>";

    @Test
    void whenTheMappingIsEditedThenItIsUsedAndABrokenEditIsNot() throws Exception {
        Path folder = RunningJar.workingDirectory();
        Path mapping = folder.resolve("routes/consent/mapping/request.xsl");
        String shipped = Files.readString(mapping);
        assertThat(shipped).contains(FIELD);
        try (Simulators simulators = Simulators.start(0);
                RunningJar jar = RunningJar.start(folder, simulators.smevEndpoint())) {
            // What the stand-in finds in the request tells which mapping wrote it.
            answerTo(simulators, "first-edit", "ESIA-036701");
            answerTo(simulators, "second-edit", "ESIA-036702");
            assertThat(code(jar)).isEmpty();

            Files.writeString(mapping, edited(shipped, "first-edit"));
            awaitCode(jar, "ESIA-036701");

            Files.writeString(mapping, "<broken Петров");
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                assertThat(code(jar)).isEqualTo("ESIA-036701");
                return jar.log().contains("request.xsl was edited and does not compile");
            });
            assertThat(code(jar)).isEqualTo("ESIA-036701");
            assertThat(jar.log()).contains("The version from before stays in use").doesNotContain("Петров");

            Files.writeString(mapping, edited(shipped, "second-edit"));
            awaitCode(jar, "ESIA-036702");
        }
    }

    private static String edited(String shipped, String mark) {
        return shipped.replace(FIELD, "<xsl:element name=\"responsibleObject\" namespace=\"{$namespace}\">" + mark + "</xsl:element>");
    }

    private static void answerTo(Simulators simulators, String mark, String code) {
        simulators.smev().next(Scenario.of(Effect.Esia.fault(code, "")).on(Operation.SEND_REQUEST).when(mark).always());
    }

    private static void awaitCode(RunningJar jar, String code) {
        await().atMost(Duration.ofSeconds(20)).until(() -> code(jar).equals(code));
    }

    private static String code(RunningJar jar) throws Exception {
        HttpResponse<String> answer = jar.post(RunningJar.claim(UUID.randomUUID().toString()), "Prefer", "wait=60");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body()).at("/error_status_info/code").asText();
    }
}
