package io.eidroutes.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.eidroutes.consent.mapping.MappingFolder;
import io.eidroutes.consent.mapping.RequestMapping;
import io.eidroutes.consent.mapping.RequestSchema;
import io.eidroutes.consent.mapping.Stylesheet;
import io.eidroutes.consent.mapping.XmlSchema;
import io.eidroutes.failure.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The changes of src/docs/editing-routes.md, made as they are written there, in a copy of the routes. */
class WorkedChangesTest {

    private static final Pattern BLOCK = Pattern.compile("```yaml\n# ([^:\n]+): ([^\n]+)\n(.*?)```", Pattern.DOTALL);
    private static final String ESIA = "failure/route-esia-failure.camel.yaml";
    private static final String TRANSPORT = "failure/route-transport-failure.camel.yaml";

    @TempDir
    private Path empty;
    private RoutesCopy routes;
    private String settings = "";

    @BeforeEach
    void makeTheChanges() throws IOException {
        routes = RoutesCopy.in(empty);
        settings = Files.readString(Path.of("application.yaml"));
        Matcher block = BLOCK.matcher(Files.readString(Path.of("src", "docs", "editing-routes.md")));
        while (block.find()) {
            make(block.group(1), block.group(2), block.group(3));
        }
    }

    private void make(String file, String where, String text) throws IOException {
        String name = file.replaceFirst("^routes/", "");
        if (file.equals("application.yaml")) {
            settings += "---\n" + text;
        } else if (where.equals("a new file")) {
            routes.write(name, text);
        } else if (where.startsWith("above the line ")) {
            String line = where.substring("above the line ".length()).replace("\"", "");
            String content = Files.readString(routes.file(name));
            int at = content.lastIndexOf('\n', content.indexOf(line)) + 1;
            routes.write(name, content.substring(0, at) + text + content.substring(at));
        } else {
            String branch = where.replace("the branch ", "");
            String content = Files.readString(routes.file(name));
            Matcher old = Pattern.compile("( +)- id: " + branch + "\n(?:\\1 .*\n)+").matcher(content);
            assertThat(old.find()).as(where).isTrue();
            routes.write(name, content.substring(0, old.start()) + text + content.substring(old.end()));
        }
    }

    @Test
    void whenAllChangesAreMadeThenTheCheckFindsNothing() {
        RouteFiles files = RouteFiles.in(routes.folder());

        assertThat(new RouteCheck(DocumentedSettings.in(settings)).mistakesIn(files)).isEmpty();
        assertThat(files.count()).isEqualTo(RouteFiles.in(Path.of("routes")).count() + 2);
    }

    @Test
    void whenTheSettingsAreNotNamedThenTheCheckSaysWhich() throws IOException {
        assertThat(new RouteCheck(DocumentedSettings.in(Files.readString(Path.of("application.yaml")))).mistakesIn(routes.folder()))
                .extracting(Mistake::sentence).contains("application.yaml does not name the setting eid.branch.queue.",
                        "application.yaml does not name the setting eid.archive.address.");
    }

    @Test
    void whenABranchIsAddedOrMovedThenItsTreatmentIsReached() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            load(camel, ESIA);
            load(camel, TRANSPORT);
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:ask-user").setVariable("reached", constant("ask-user"));
                    from("direct:keep-unknown").setVariable("reached", constant("keep-unknown"));
                    from("direct:retry-same-message").setVariable("reached", constant("retry-same-message"));
                }
            });
            camel.start();

            assertThat(reached(camel, "direct:route-esia-failure", "ESIA-036728")).isEqualTo("ask-user");
            assertThat(reached(camel, "direct:route-esia-failure", "ESIA-036729")).isEqualTo("keep-unknown");
            assertThat(reached(camel, "direct:route-transport-failure", "server-error")).isEqualTo("retry-same-message");
        }
    }

    @Test
    void whenTheOfficialSchemaNamesAnElementOtherwiseThenTheEditedMappingMatchesIt() throws IOException {
        String shipped = "consent/mapping/claim-person-permissions-1.0.2.xsd";
        routes.write("consent/mapping/official.xsd",
                Files.readString(routes.file(shipped)).replace("\"orgOgrn\"", "\"organizationOgrn\""));
        MappingFolder folder = new MappingFolder(routes.file("consent/mapping").toUri().toString());
        RequestSchema official = new RequestSchema(new XmlSchema(folder, "official.xsd"));
        byte[] claim = Files.readAllBytes(Path.of("src", "test", "resources", "claim-permissions.json"));
        byte[] before = new RequestMapping(new Stylesheet(folder, "request.xsl")).map(claim);
        assertThatThrownBy(() -> official.check(before)).isInstanceOf(Failure.class);

        Matcher line = Pattern.compile("```xml\n(.*?\n)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("src", "docs", "editing-routes.md")));
        assertThat(line.find()).isTrue();
        routes.replace("consent/mapping/request.xsl", line.group(1).replace("organizationOgrn", "orgOgrn"), line.group(1));

        byte[] after = new RequestMapping(new Stylesheet(folder, "request.xsl")).map(claim);
        official.check(after);
        assertThat(new String(after, StandardCharsets.UTF_8)).contains("<organizationOgrn>");
    }

    @Test
    void whenAnAnswerIsCopiedThenTheArchiveHasItAndItGoesOnUnchanged() throws Exception {
        List<String> archived = new ArrayList<>();
        AtomicInteger status = new AtomicInteger(201);
        HttpServer archive = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        archive.createContext("/answers", call -> {
            archived.add(call.getRequestMethod() + " " + call.getRequestHeaders().getFirst("EID-Claim-Id") + " "
                    + new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            call.sendResponseHeaders(status.get(), -1);
            call.close();
        });
        archive.start();
        routes.replace("delivery/copy-to-archive.camel.yaml", "uri: https", "uri: http");
        routes.replace("delivery/copy-to-archive.camel.yaml", "    routeConfigurationId: failure\n", "    errorHandler:\n      noErrorHandler: {}\n");
        Properties address = new Properties();
        address.setProperty("eid.archive.address", "127.0.0.1:" + archive.getAddress().getPort() + "/answers");
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.getPropertiesComponent().setInitialProperties(address);
            camel.getRegistry().bind("webhookHttpClient", (HttpClientConfigurer) client -> client.disableAutomaticRetries());
            load(camel, "delivery/copy-to-archive.camel.yaml");
            camel.start();

            Exchange copied = copy(camel);
            assertThat(copied.getException()).isNull();
            assertThat(copied.getMessage().getBody(String.class)).isEqualTo("{\"status\":\"SUCCEEDED\"}");
            assertThat(copied.getMessage().getHeaders()).isEmpty();

            status.set(503);
            assertThat(copy(camel).getException()).isInstanceOf(IOException.class);
            assertThat(archived).hasSize(2).containsOnly("POST 42 {\"status\":\"SUCCEEDED\"}");
        } finally {
            archive.stop(0);
        }
    }

    private static Exchange copy(DefaultCamelContext camel) throws IOException {
        try (ProducerTemplate template = camel.createProducerTemplate()) {
            return template.send("direct:copy-to-archive", exchange -> {
                exchange.setVariable("claimId", "42");
                exchange.getMessage().setBody("{\"status\":\"SUCCEEDED\"}".getBytes(StandardCharsets.UTF_8));
            });
        }
    }

    private static Object reached(DefaultCamelContext camel, String router, String code) throws IOException {
        try (ProducerTemplate template = camel.createProducerTemplate()) {
            return template.send(router, exchange -> exchange.setVariable("failureCode", code)).getVariable("reached");
        }
    }

    private void load(DefaultCamelContext camel, String name) throws Exception {
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.resolveResource(camel, "file:" + routes.file(name)));
    }
}
