package io.eidroutes.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar checks a deployed folder and starts nothing. */
class CheckRoutesIT {

    private static final Path JAR = Path.of("target", "eid-routes.jar").toAbsolutePath();

    @Test
    void whenTheJarIsToldToCheckThenItSaysWhatIsWrongAndNothingElse(@TempDir Path working) throws Exception {
        RoutesCopy routes = RoutesCopy.in(working);
        String file = "consent/accept.camel.yaml";
        routes.replace(file, "ref: acceptClaim", "reff: acceptClaim");

        Process check = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-jar", JAR.toString(), "--check-routes")
                .directory(working.toFile()).redirectErrorStream(true).start();

        assertThat(output(check)).isEqualTo("routes/" + file + ":" + routes.line(file, "reff:") + ": Camel knows no `reff` in `bean`.\n"
                + RouteFiles.in(Path.of("routes")).count() + " files, 1 mistake\n");
        assertThat(check.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(check.exitValue()).isEqualTo(1);
        assertThat(working).isDirectoryContaining(entry -> entry.endsWith("routes")).isDirectoryNotContaining("glob:**/data");
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
