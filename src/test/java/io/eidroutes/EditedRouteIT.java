package io.eidroutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.eidroutes.simulator.Simulators;
import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Operation;
import io.eidroutes.simulator.smev.Scenario;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With the profile dev what is edited takes effect in the running jar when its file is saved; the routes in Java stay. */
class EditedRouteIT {

    private static final String BRANCH = "${variable.failureCode} == 'ESIA-036701'\n"
            + "                steps:\n                  - to: {uri: direct, parameters: {name: ";
    private static final String FIELD = "<xsl:sequence select=\"claim:field('responsibleObject', *[@key='responsible_object'])\"/>";
    private static final String FIRST_STEP = "      steps:\n";

    private static Path folder;
    private static Simulators simulators;
    private static RunningJar jar;

    @BeforeAll
    static void start() throws Exception {
        folder = RunningJar.workingDirectory();
        simulators = Simulators.start(0);
        jar = RunningJar.start(folder, simulators.smevEndpoint(), "--spring.profiles.active=dev");
    }

    @AfterAll
    static void stop() {
        jar.close();
        simulators.close();
    }

    /** What is written in Java was not touched by any reload. */
    @AfterEach
    void claimsSucceed() throws Exception {
        assertThat(answer("").body()).contains("SUCCEEDED");
    }

    @Test
    void whenTheBranchOfACodeIsEditedThenTheNextFailureTakesIt() throws Exception {
        Path router = folder.resolve("routes/failure/route-esia-failure.camel.yaml");
        String shipped = Files.readString(router);
        assertThat(shipped).contains(BRANCH + "answer-caller}}");
        simulators.smev().next(Scenario.of(Effect.Esia.fault("ESIA-036701", "Не найден тип согласия"))
                .on(Operation.SEND_REQUEST).when("refused-").always());
        assertThat(kind()).isEqualTo("partner");

        save(router, shipped.replace(BRANCH + "answer-caller}}", BRANCH + "ask-user}}"));

        soon().until(() -> kind().equals("user"));
    }

    @Test
    void whenAStepIsAddedThenTheNextClaimTakesIt() throws Exception {
        Path route = folder.resolve("routes/consent/complete.camel.yaml");
        String shipped = Files.readString(route);
        assertThat(shipped).containsOnlyOnce(FIRST_STEP);

        save(route, shipped.replace(FIRST_STEP, FIRST_STEP + "        - log:\n            id: say-so\n            message: An added step was here\n"));

        soon().until(() -> {
            answer("");
            return jar.log().contains("An added step was here");
        });
    }

    @Test
    void whenTheMappingIsEditedThenItIsUsedAndABrokenEditIsNot() throws Exception {
        Path mapping = folder.resolve("routes/consent/mapping/request.xsl");
        String shipped = Files.readString(mapping);
        assertThat(shipped).contains(FIELD);
        // What the stand-in finds in the request tells which mapping wrote it.
        answerTo("first-edit", "ESIA-036701");
        answerTo("second-edit", "ESIA-036702");
        assertThat(code()).isEmpty();

        save(mapping, edited(shipped, "first-edit"));
        soon().until(() -> code().equals("ESIA-036701"));

        save(mapping, "<broken Петров");
        soon().until(() -> {
            assertThat(code()).isEqualTo("ESIA-036701");
            return jar.log().contains("request.xsl was edited and does not compile");
        });
        assertThat(code()).isEqualTo("ESIA-036701");
        assertThat(jar.log()).contains("The version from before stays in use").doesNotContain("Петров");

        save(mapping, edited(shipped, "second-edit"));
        soon().until(() -> code().equals("ESIA-036702"));
        save(mapping, shipped);
        soon().until(() -> code().isEmpty());
    }

    /** As editors do: the whole file at once. */
    private static void save(Path file, String text) throws IOException {
        Files.move(Files.writeString(folder.resolve("being-saved"), text), file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30));
    }

    private static String edited(String shipped, String mark) {
        return shipped.replace(FIELD, "<xsl:element name=\"responsibleObject\" namespace=\"{$namespace}\">" + mark + "</xsl:element>");
    }

    private static void answerTo(String mark, String code) {
        simulators.smev().next(Scenario.of(Effect.Esia.fault(code, "")).on(Operation.SEND_REQUEST).when(mark).always());
    }

    private static String code() throws Exception {
        return new ObjectMapper().readTree(answer("").body()).at("/error_status_info/code").asText();
    }

    private static String kind() throws Exception {
        return answer("refused-").headers().firstValue("EID-Failure-Kind").orElseThrow();
    }

    private static HttpResponse<String> answer(String session) throws Exception {
        HttpResponse<String> answer = jar.post(RunningJar.claim(session + UUID.randomUUID()), "Prefer", "wait=60");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }
}
