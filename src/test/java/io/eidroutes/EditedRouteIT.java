package io.eidroutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

/** With the profile dev an edited route takes effect when its file is saved. */
class EditedRouteIT {

    private static final String BRANCH = "${variable.failureCode} == 'ESIA-036701'\n"
            + "                steps:\n                  - to: {uri: direct, parameters: {name: ";

    @Test
    void whenTheBranchOfACodeIsEditedThenTheNextFailureTakesIt() throws Exception {
        Path folder = RunningJar.workingDirectory();
        Path router = folder.resolve("routes/failure/route-esia-failure.camel.yaml");
        String shipped = Files.readString(router);
        assertThat(shipped).contains(BRANCH + "answer-caller}}");
        try (Simulators simulators = Simulators.start(0);
                RunningJar jar = RunningJar.start(folder, simulators.smevEndpoint(), "--spring.profiles.active=dev")) {
            simulators.smev().next(Scenario.of(Effect.Esia.fault("ESIA-036701", "Не найден тип согласия"))
                    .on(Operation.SEND_REQUEST).when("refused-").always());
            assertThat(kind(jar)).isEqualTo("partner");

            Files.writeString(router, shipped.replace(BRANCH + "answer-caller}}", BRANCH + "ask-user}}"));
            await().atMost(Duration.ofSeconds(30)).until(() -> kind(jar).equals("user"));

            // What is written in Java was not touched by the reload.
            HttpResponse<String> other = jar.post(RunningJar.claim(UUID.randomUUID().toString()), "Prefer", "wait=60");
            assertThat(other.body()).contains("SUCCEEDED");
        }
    }

    private static String kind(RunningJar jar) throws Exception {
        HttpResponse<String> answer = jar.post(RunningJar.claim("refused-" + UUID.randomUUID()), "Prefer", "wait=60");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.headers().firstValue("EID-Failure-Kind").orElseThrow();
    }
}
