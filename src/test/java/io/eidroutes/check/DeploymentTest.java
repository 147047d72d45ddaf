package io.eidroutes.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.FileSystemResource;
import org.yaml.snakeyaml.Yaml;

/** What stands in src/deploy says what the application says: its ports, its probes, its settings, its times. */
class DeploymentTest {

    private static final Path KUBERNETES = Path.of("src/deploy/kubernetes");
    private static final Path UNIT = Path.of("src/deploy/systemd/eid-routes.service");
    private static final Properties SETTINGS = settings();
    /** Read by Spring Boot and set by nobody else. */
    private static final Set<String> SECRETS_OF_SPRING = Set.of("spring.datasource.password", "spring.artemis.password");

    private static JsonNode objects;

    @BeforeAll
    static void read() throws IOException {
        List<Object> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(KUBERNETES)) {
            for (Path file : files.sorted().toList()) {
                new Yaml().loadAll(Files.readString(file)).forEach(all::add);
            }
        }
        objects = new ObjectMapper().valueToTree(all);
    }

    @Test
    void whenThereIsAManifestThenItIsAppliedWithTheOthers() throws IOException {
        Set<String> listed = texts(the("Kustomization").path("resources"));
        try (Stream<Path> files = Files.list(KUBERNETES)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(
                    Stream.concat(listed.stream(), Stream.of("kustomization.yaml")).toList());
        }
    }

    @Test
    void whenThePlatformLooksThenItLooksAtTheManagementPort() {
        JsonNode container = container();

        assertThat(port(container, "http")).isEqualTo(SETTINGS.getProperty("server.port"));
        assertThat(port(container, "management")).isEqualTo(SETTINGS.getProperty("management.server.port"));
        assertThat(the("Deployment").at("/spec/template/metadata/annotations").path("prometheus.io/port").asText())
                .isEqualTo(SETTINGS.getProperty("management.server.port"));
        Map.of("startupProbe", "liveness", "livenessProbe", "liveness", "readinessProbe", "readiness").forEach((probe, group) -> {
            assertThat(container.at("/" + probe + "/httpGet/port").asText()).as(probe).isEqualTo("management");
            assertThat(container.at("/" + probe + "/httpGet/path").asText()).as(probe).isEqualTo("/actuator/health/" + group);
        });
        assertThat(SETTINGS.getProperty("management.endpoint.health.probes.enabled")).isEqualTo("true");
        assertThat(SETTINGS.getProperty("management.endpoints.web.exposure.include")).contains("health", "prometheus");
    }

    @Test
    void whenItStopsThenThereIsTimeForIt() throws IOException {
        int notice = seconds("eid.shutdown.notice");
        int longest = notice + seconds("spring.lifecycle.timeout-per-shutdown-phase")
                + Integer.parseInt(SETTINGS.getProperty("camel.main.shutdown-timeout"));

        assertThat(the("Deployment").at("/spec/template/spec/terminationGracePeriodSeconds").asInt()).isGreaterThan(longest);
        assertThat(unit("TimeoutStopSec")).singleElement().satisfies(time -> assertThat(Integer.parseInt(time)).isGreaterThan(longest));
        JsonNode readiness = container().path("readinessProbe");
        assertThat(readiness.path("periodSeconds").asInt() * readiness.path("failureThreshold").asInt()).isLessThan(notice);
    }

    @Test
    void whenTheEnvironmentNamesASettingThenThereIsOne() throws IOException {
        Set<String> known = Stream.of(SettingNames.all().stream().map(SettingNames.Setting::name), SECRETS_OF_SPRING.stream(),
                SETTINGS.stringPropertyNames().stream()).flatMap(names -> names).map(Findings::variable).collect(Collectors.toSet());
        List<String> given = new ArrayList<>();
        container().path("env").forEach(variable -> given.add(variable.path("name").asText()));
        unit("Environment").forEach(variable -> given.add(variable.split("=")[0]));

        assertThat(given).hasSizeGreaterThan(5).filteredOn(name -> !name.equals("LC_ALL")).isSubsetOf(known);
    }

    @Test
    void whenTheSettingsAreFilledInThenTheyAreSound() throws IOException {
        Path file = Files.writeString(Files.createTempFile(Path.of("target").toAbsolutePath(), "settings-", ".yaml"),
                the("ConfigMap").at("/data/application.yaml").asText());
        List<String> arguments = new ArrayList<>(List.of("--spring.config.additional-location=file:" + file));
        container().path("env").forEach(variable ->
                arguments.add("--" + variable.path("name").asText().toLowerCase(Locale.ROOT).replace('_', '.') + "=filled-in"));
        arguments.addAll(List.of("--eid.aitu.client-secret=filled-in", "--eid.smev.signing.key-store-password=filled-in"));
        Findings findings = new Findings();

        CheckedSettings settings = CheckedSettings.read(arguments.toArray(String[]::new));
        settings.bind(findings);
        Stream.of(new ClientsCheck(), new ConsentCheck(), new IdentificationCheck(), new ServersCheck(), new RoutesCheck())
                .forEach(check -> check.look(settings, findings));

        assertThat(findings.all()).filteredOn(finding -> finding.level() != Finding.Level.OK).extracting(Finding::line).isEmpty();
        assertThat(settings.text("spring.datasource.url").orElseThrow()).startsWith("jdbc:postgresql:");
        assertThat(settings.text("spring.artemis.mode")).hasValue("native");
        assertThat(the("ConfigMap").toString()).doesNotContainPattern("(secret|-password):");
    }

    @Test
    void whenANodeIsTakenAwayThenAnotherIsThere() {
        assertThat(the("Deployment").at("/spec/replicas").asInt()).isEqualTo(2);
        assertThat(the("PodDisruptionBudget").at("/spec/minAvailable").asInt()).isEqualTo(1);
        JsonNode labels = the("Deployment").at("/spec/template/metadata/labels");
        assertThat(Stream.of(the("Deployment").at("/spec/selector/matchLabels"), the("Service").at("/spec/selector"),
                the("PodDisruptionBudget").at("/spec/selector/matchLabels"), the("NetworkPolicy").at("/spec/podSelector/matchLabels")))
                .allMatch(labels::equals);
        assertThat(the("Service").path("spec").path("ports")).singleElement().satisfies(port ->
                assertThat(port.path("targetPort").asText()).isEqualTo("http"));
    }

    /** The published credentials of the test adapter are in their profile, and nowhere else that is delivered. */
    @Test
    void whenCredentialsArePublishedThenTheyStandInTheirProfileAlone() throws IOException {
        List<Path> holding = new ArrayList<>();
        for (String place : new String[] {"src/main", "src/deploy", "src/docs", "routes", "application.yaml", "README.md",
            "src/test/resources", "pom.xml"}) {
            try (Stream<Path> files = Files.walk(Path.of(place))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("coidtest" + "password")) {
                        holding.add(file);
                    }
                }
            }
        }

        assertThat(holding).containsExactly(Path.of("src/main/resources/application-aitu-test.yaml"));
    }

    private static JsonNode the(String kind) {
        List<JsonNode> found = new ArrayList<>();
        objects.forEach(object -> {
            if (object.path("kind").asText().equals(kind)) {
                found.add(object);
            }
        });
        assertThat(found).as(kind).hasSize(1);
        return found.get(0);
    }

    private static JsonNode container() {
        return the("Deployment").at("/spec/template/spec/containers/0");
    }

    private static String port(JsonNode container, String name) {
        for (JsonNode port : container.path("ports")) {
            if (port.path("name").asText().equals(name)) {
                return port.path("containerPort").asText();
            }
        }
        return "none";
    }

    private static Set<String> texts(JsonNode parent) {
        Set<String> texts = new TreeSet<>();
        parent.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static List<String> unit(String key) throws IOException {
        return Files.readAllLines(UNIT).stream().filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1)).toList();
    }

    private static int seconds(String setting) {
        return Integer.parseInt(SETTINGS.getProperty(setting).replace("s", ""));
    }

    private static Properties settings() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new FileSystemResource("application.yaml"));
        return yaml.getObject();
    }
}
