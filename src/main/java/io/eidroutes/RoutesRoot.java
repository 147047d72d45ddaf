package io.eidroutes;

import io.eidroutes.identification.IdentificationIsOn;
import io.eidroutes.smev.SmevIsOn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.logging.Log;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Chooses the one root that routes and mappings are read from: the folder that {@code eid.routes} names if it exists,
 * else the copies packed in the jar. The two are never mixed, so that an edited route cannot meet a packed mapping.
 *
 * <p>Publishes {@code eid.routes-root}, a Spring resource location without a final slash, and the Camel pattern for it.
 */
final class RoutesRoot implements EnvironmentPostProcessor {

    private static final String PACKED = "classpath:packed/routes";
    private static final String DEFAULT_FOLDER = "routes";

    private static final String ROUTES = "/**/*.camel.yaml";

    /** The routes of doors that are there where the setting names an inbox or a queue. */
    private static final Map<String, String> DOORS = Map.of(
            "eid.consent.file.inbox", "/consent/from-file.camel.yaml",
            "eid.coid.file.inbox", "/identification/personal-data-from-file.camel.yaml",
            "eid.jms.consent.queue", "/consent/from-jms.camel.yaml",
            "eid.jms.personal-data.queue", "/identification/personal-data-from-jms.camel.yaml");

    private final Log log;

    RoutesRoot(DeferredLogFactory logs) {
        this.log = logs.getLog(RoutesRoot.class);
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String folder = environment.getProperty("eid.routes", DEFAULT_FOLDER);
        Path path = Path.of(folder).toAbsolutePath().normalize();
        String root;
        if (Files.isDirectory(path)) {
            root = "file:" + path;
        } else if (folder.equals(DEFAULT_FOLDER)) {
            root = PACKED;
        } else {
            throw new WrongSetting("eid.routes", "the folder " + path + " does not exist");
        }
        log.info("Routes and mappings are read from " + root);
        List<String> off = jobsThatAreOff(environment);
        environment.getPropertySources().addFirst(new MapPropertySource("routesRoot", Map.of(
                "eid.routes-root", root,
                "camel.main.routes-include-pattern", root.equals(PACKED) ? packedRoutes(off) : root + ROUTES,
                "camel.main.routes-exclude-pattern", off.stream().map(job -> "**" + job + "**").collect(Collectors.joining(",")),
                "camel.main.routes-reload-directory", path.toString())));
    }

    /** The folders of the jobs whose routes are left out, and routes of doors that are closed. */
    private List<String> jobsThatAreOff(ConfigurableEnvironment environment) {
        boolean consent = SmevIsOn.in(environment);
        boolean identification = IdentificationIsOn.in(environment);
        if (!consent && !identification) {
            throw new WrongSetting("eid.smev.endpoint", "neither it nor eid.aitu.base is set, so there is no job to do");
        }
        log.info("Consents with SMEV are " + (consent ? "on" : "off: eid.smev.endpoint is not set"));
        log.info("Identification with Aitu Passport is " + (identification ? "on" : "off: eid.aitu.base is not set"));
        List<String> off = new ArrayList<>();
        if (!consent) {
            off.add("/consent/");
        }
        if (!identification) {
            off.add("/identification/");
        }
        DOORS.forEach((setting, route) -> {
            if (!GivenSetting.in(environment, setting)) {
                off.add(route);
            }
        });
        return off;
    }

    /** One by one: Camel's own search of a jar within a jar forgets the folders. */
    private static String packedRoutes(List<String> off) {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(PACKED + ROUTES))
                    .map(RoutesRoot::packedRoute)
                    .filter(route -> off.stream().noneMatch(route::contains))
                    .sorted()
                    .collect(Collectors.joining(","));
        } catch (IOException e) {
            throw new UncheckedIOException("The routes packed in the jar cannot be read", e);
        }
    }

    private static String packedRoute(Resource route) {
        try {
            String url = route.getURL().toString();
            String folder = PACKED.substring(PACKED.indexOf(':') + 1);
            return PACKED + url.substring(url.lastIndexOf(folder) + folder.length());
        } catch (IOException e) {
            throw new UncheckedIOException("The routes packed in the jar cannot be read", e);
        }
    }
}
