package io.eidroutes.failure;

import io.eidroutes.RoutesWithout;
import io.eidroutes.consent.ConsentTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/** One application with the profile dev and a copy of {@code routes/} that its tests edit while it runs. */
@ActiveProfiles("dev")
@TestPropertySource(properties = {"eid.routes=target/routes-to-edit-${fork:1}", "eid.smev.node-id=edited-routes"})
abstract class EditedRoutesTest extends ConsentTest {

    /** Where the copy is. */
    static final Path ROUTES = Path.of("target", "routes-to-edit-" + System.getProperty("fork", "1"));

    static {
        RoutesWithout.copyTo("routes-to-edit");
    }

    /** As editors do: the whole file at once. */
    static void save(Path file, List<String> lines) throws IOException {
        Path saved = Files.write(ROUTES.resolve("being-saved"), lines);
        Files.move(saved, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
