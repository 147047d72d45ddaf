package io.eidroutes.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Operation;
import io.eidroutes.simulator.smev.Scenario;
import io.eidroutes.smev.GostAlgorithm;
import io.eidroutes.smev.GostKeys;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each mistake is found, under the setting that it is about, with what to do, and without a secret. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeededMistakesTest {

    private static final String SECRET = "value-of-secret";
    private static final Duration DAY = Duration.ofDays(1);
    /** Found when the settings are bound, before anything is looked at. */
    private static final Check SETTINGS = (settings, findings) -> { };

    private Seeds seeds;

    @BeforeAll
    void seed() throws Exception {
        seeds = new Seeds(Files.createTempDirectory(Path.of("target").toAbsolutePath(), "seeds-"));
    }

    @AfterAll
    void close() {
        seeds.close();
    }

    Stream<Arguments> mistakes() {
        GostKeys key = Seeds.key(Duration.ZERO);
        GostKeys old = Seeds.key(DAY.multipliedBy(400));
        GostKeys authority = GostKeys.authority(GostAlgorithm.GOST_2012_256, "Authority");
        GostKeys issued = authority.issue(GostAlgorithm.GOST_2012_256, "Organisation");
        String production = "eid.aitu.base=https://passport.aitu.io";
        return Stream.of(
                // What the design lets stop the start
                wrong(new IdentificationCheck(), "eid.coid.password", "published", production, "eid.aitu.issuer=https://passport.aitu.io/", "eid.identification.public-url=https://id.example"),
                wrong(SETTINGS, "eid.smev.trust.smev", "must not be empty", "eid.smev.routing-codes=PROD", "eid.smev.test-message=false", "eid.smev.trust.smev="),
                wrong(SETTINGS, "eid.smev.test-message", "must be false", "eid.smev.routing-codes=PROD"),
                wrong(SETTINGS, "eid.aitu.issuer", "must not be a test stand's", production, "eid.aitu.issuer=https://passport.test.supreme-team.tech/"),
                wrong(new IdentificationCheck(), "eid.identification.public-url", "no https URL", production, "eid.aitu.issuer=https://passport.aitu.io/"),
                // Jobs and routes
                wrong(new RoutesCheck(), "eid.smev.endpoint", "no job to do", "eid.smev.endpoint=", "eid.aitu.base="),
                wrong(new RoutesCheck(), "eid.routes", "no such folder", "eid.routes=" + seeds.file("missing")),
                wrong(new RoutesCheck(), "eid.routes", "holds no routes", "eid.routes=" + seeds.folder("empty", "rwx------")),
                wrong(new RoutesCheck(), "eid.smev.services.claim-person-permissions", "does not compile",
                        "eid.routes=" + seeds.routes("edited", "consent/mapping/request.xsl", "<no-stylesheet/>")),
                wrong(new UnknownSettings(), "eid.smev.pol-idle", "no such setting", "eid.smev.pol-idle=1s"),
                wrong(SETTINGS, "eid.consent.wait-maximum", "cannot be read", "eid.consent.wait-maximum=" + SECRET),
                // Keys and certificates
                wrong(new SigningCheck(), "eid.smev.signing.key-store", "cannot be opened", "eid.smev.signing.key-store-password=" + SECRET),
                wrong(new SigningCheck(), "eid.smev.signing.key-alias", "no private key", "eid.smev.signing.key-alias=another"),
                wrong(SETTINGS, "eid.smev.signing", "either key-store", "eid.smev.signing.key-store="),
                wrong(new SigningCheck(), "eid.smev.signing", "does not belong", seeds.pem("foreign", key, issued)),
                wrong(new SigningCheck(), "eid.smev.signing", "expired on", seeds.pem("expired", old, old)),
                wrong(new SigningCheck(), "eid.smev.signing", "chain was not issued", seeds.pem("disordered", issued, issued, key)),
                wrong(new SigningCheck(), "eid.smev.signing", "ОГРН is none", "eid.access.clients.demo.ogrns=1037739877295"),
                wrong(new TrustCheck(), "eid.smev.trust.smev", "expired on", "eid.smev.trust.smev=" + seeds.write("old.pem", Seeds.key(DAY.multipliedBy(400)).certificatePem())),
                wrong(new TrustCheck(), "eid.smev.trust.senders", "cannot be read", "eid.smev.trust.senders=" + seeds.file("missing.pem")),
                wrong(new TlsCheck(), "eid.smev.tls.key-store", "cannot be opened", "eid.smev.tls.key-store=" + seeds.tls("client.p12", DAY), "eid.smev.tls.key-store-password=" + SECRET),
                wrong(new TlsCheck(), "eid.smev.tls.key-store", "expired on", "eid.smev.tls.key-store=" + seeds.tls("old.p12", DAY.negated()), "eid.smev.tls.key-store-password=tests"),
                wrong(new FilesCheck(), "eid.privacy.keyset", "cannot be read", "eid.privacy.keyset=" + seeds.file("missing.json")),
                wrong(new FilesCheck(), "eid.privacy.keyset", "0600", "eid.privacy.keyset=" + seeds.copy("keyset.json", "open.json", "rw-r--r--")),
                wrong(new FilesCheck(), "eid.privacy.keyset", "not readable", "eid.privacy.keyset=" + seeds.write("no.json", SECRET)),
                wrong(new IdentificationCheck(), "eid.aitu.iin-signature.private-key", "cannot be read", "eid.aitu.iin-signature.private-key=" + seeds.write("iin.key", SECRET)),
                // Files and folders
                wrong(new FilesCheck(), "eid.smev.signing.key-store", "others on this machine", "eid.smev.signing.key-store=" + seeds.copy("organisation.p12", "open.p12", "rw-r--r--")),
                wrong(new FilesCheck(), "eid.consent.file.inbox", "mode 0700", door(seeds.folder("open", "rwxr-xr-x"), seeds.file("out"), seeds.file("rejected"))),
                wrong(new FilesCheck(), "eid.consent.file.outbox", "must be set", "eid.consent.file.inbox=" + seeds.file("in"), "eid.consent.file.client=demo", "eid.consent.file.rejected=" + seeds.file("rejected")),
                wrong(new FilesCheck(), "eid.consent.file.outbox", "the same folder", door(seeds.file("one"), seeds.file("one"), seeds.file("rejected"))),
                wrong(new FilesCheck(), "eid.identification.templates", "no such folder", "eid.identification.templates=" + seeds.file("pages")),
                // Clients
                wrong(SETTINGS, "eid.access.clients.demo.password", "bcrypt", "eid.access.clients.demo.password=" + SECRET),
                wrong(new ClientsCheck(), "eid.access.clients.demo.ogrns", "no ОГРН", "eid.access.clients.demo.ogrns=" + Seeds.OGRN + ",1027700198768"),
                wrong(new ClientsCheck(), "eid.access.clients.demo.routing-codes", "none of", "eid.access.clients.demo.routing-codes=PROD"),
                wrong(new ClientsCheck(), "eid.access.clients.demo.jobs", "another name", "eid.access.clients.demo.jobs=consents"),
                wrong(new ClientsCheck(), "eid.jms.consent.client", "none of", "eid.jms.consent.queue=eid.claims", "eid.jms.consent.client=nobody"),
                wrong(new ClientsCheck(), "eid.delivery.queues.nobody", "none of", "eid.delivery.queues.nobody=results"),
                // What is called
                wrong(new SmevCheck(), "eid.smev.endpoint", "nobody listens", "eid.smev.endpoint=" + seeds.nobody("http") + "/ws"),
                wrong(new AituCheck(), "eid.aitu.base", "nobody listens", "eid.aitu.base=" + seeds.nobody("http")),
                wrong(new AituCheck(), "eid.aitu.issuer", "the discovery document says http", "eid.aitu.issuer=http://127.0.0.1/aitu"),
                wrong(new AituCheck(), "eid.aitu.token-path", "the discovery document says http", "eid.aitu.token-path=/api/v1/oauth/token"),
                wrong(new AituCheck(), "eid.aitu.jwks-path", "no keys", "eid.aitu.jwks-path=/keys"),
                wrong(new AituCheck(), "eid.aitu.id-token.algorithms", "does not offer", "eid.aitu.id-token.algorithms=ES256"),
                wrong(SETTINGS, "eid.aitu.client-secret", "must be set", "eid.aitu.client-secret="),
                wrong(new IdentificationCheck(), "eid.identification.public-url", "must be set", "eid.identification.public-url="),
                wrong(new CoidCheck(), "eid.coid.base", "nobody listens", "eid.coid.base=" + seeds.nobody("http")),
                wrong(new IdentificationCheck(), "eid.coid.password", "must be set", "eid.coid.password="),
                wrong(new WebhooksCheck(), "eid.delivery.webhooks.partner.url", "nobody listens", "eid.delivery.webhooks.partner.url=" + seeds.nobody("https")),
                wrong(new BrokerCheck(), "spring.artemis.broker-url", "cannot be connected", "spring.artemis.mode=native", "spring.artemis.broker-url=" + seeds.nobody("tcp")),
                wrong(new BrokerCheck(), "spring.artemis.broker-url", "cannot be connected", "spring.artemis.mode=native", "spring.artemis.broker-url=" + seeds.nobody("amqp")),
                wrong(new BrokerCheck(), "spring.artemis.broker-url", "must be set", "spring.artemis.mode=native"),
                // The store
                wrong(new StoreCheck(), "spring.datasource.url", "cannot be opened", "spring.datasource.url=jdbc:" + seeds.nobody("postgresql") + "/eid"),
                wrong(new StoreCheck(), "spring.datasource.username", "does not let", "spring.datasource.password=" + SECRET),
                wrong(new StoreCheck(), "spring.datasource.url", "in memory", "spring.datasource.url=jdbc:h2:mem:store"),
                wrong(new StoreCheck(), "the schema of the store", "newer than this", "spring.datasource.url=" + seeds.storeAfter("newer",
                        "insert into \"flyway_schema_history\" (\"installed_rank\",\"version\",\"description\",\"type\",\"script\",\"installed_by\",\"execution_time\",\"success\") "
                                + "values (900,'900','later','SQL','V900__later.sql','eid',1,true)")),
                wrong(new StoreCheck(), "the schema of the store", "a migration failed", "spring.datasource.url=" + seeds.storeAfter("failed",
                        "update \"flyway_schema_history\" set \"success\"=false where \"version\"='6'")),
                wrong(new StoreCheck(), "the schema of the store", "not ours", "spring.datasource.url=" + seeds.store("foreign", "create table theirs (id int)")),
                // What settings demand of each other
                wrong(SETTINGS, "eid.consent.keep.ids", "shorter", "eid.consent.keep.ids=14d"),
                wrong(SETTINGS, "eid.consent.dispatch.retry-most", "positive", "eid.consent.dispatch.retry-most=0s"),
                wrong(new IdentificationCheck(), "eid.coid.keep.results", "longer than eid.delivery.give-up", "eid.coid.keep.results=24h"),
                wrong(new IdentificationCheck(), "eid.identification.keep", "not be shorter", "eid.identification.keep=12h"),
                wrong(new IdentificationCheck(), "eid.identification.exchange-timeout", "longer than 36 s", "eid.identification.exchange-timeout=36s"),
                wrong(new ConsentCheck(), "eid.consent.dispatch.lease", "outlast", "eid.consent.dispatch.lease=10s"),
                wrong(new ConsentCheck(), "spring.mvc.async.request-timeout", "above eid.consent.wait-maximum", "spring.mvc.async.request-timeout=60s"),
                wrong(new ConsentCheck(), "eid.smev.signature-faults", "no such word", "eid.smev.signature-faults=ignore"),
                wrong(new ServersCheck(), "management.server.port", "is server.port", "management.server.port=8080"),
                wrong(new ServersCheck(), "management.endpoints.web.exposure.include", "heapdump", "management.endpoints.web.exposure.include=health,heapdump"));
    }

    @Test
    void whenNothingIsWrongThenThereIsNoErrorAndTheStatusIs0() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        OptionalInt status = new SettingsCheck(new PrintStream(said, true, StandardCharsets.UTF_8)).run(commandLine());

        assertThat(said.toString(StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("OK") && !line.startsWith("WARN")))
                .singleElement().asString().startsWith("0 errors, ");
        assertThat(status).hasValue(0);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("mistakes")
    void whenAMistakeIsSeededThenItIsFoundWithWhatToDo(String setting, String words, Check by, List<String> changes) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        OptionalInt status = new SettingsCheck(new PrintStream(said, true, StandardCharsets.UTF_8), List.of(by), List.of())
                .run(commandLine(changes.toArray(String[]::new)));

        String all = said.toString(StandardCharsets.UTF_8);
        assertThat(all.lines()).anySatisfy(line ->
                assertThat(line).startsWith("ERROR " + setting + ": ").contains(words).matches(".+ — .{10,}"));
        assertThat(status).hasValue(1);
        assertThat(all).doesNotContain(SECRET, "a-secret-of-the-tests", "demo+secret");
    }

    @Test
    void whenTheExampleIsSentThenItsAnswerIsAsDocumentedAndAcknowledged() {
        String said = sendExample();

        assertThat(said).contains("OK eid.smev.endpoint: ESIA answered the example as documented");
        assertThat(seeds.smev().received().totals().acks()).isEqualTo(1);
    }

    @Test
    void whenSmevRefusesTheExampleThenItIsSaidWithAdvice() {
        seeds.smev().reset();
        seeds.smev().next(Scenario.of(Effect.Fault.named("AccessDenied")).on(Operation.SEND_REQUEST));

        assertThat(sendExample()).containsPattern("ERROR eid.smev.endpoint: the example failed with smev-fault AccessDenied: .+ — .+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eid.smev.routing-codes=UAT", "eid.smev.test-message=false", "eid.smev.endpoint="})
    void whenItIsNoTestTrafficThenTheExampleIsNotSent(String change) {
        seeds.smev().reset();

        assertThat(sendExample(change)).contains("the example was not sent");
        assertThat(seeds.smev().received().messages()).isEmpty();
    }

    private String sendExample(String... changes) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] command = Stream.concat(Stream.of(commandLine(changes)), Stream.of("--send-example", "--eid.smev.poll-idle=100ms")).toArray(String[]::new);
        new SettingsCheck(new PrintStream(said, true, StandardCharsets.UTF_8), List.of(), List.of()).run(command);
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void whenThereIsAnotherCommandThenItIsNotRun() {
        assertThat(new SettingsCheck(System.out).run("--check-routes")).isEmpty();
    }

    private String[] commandLine(String... changes) {
        Map<String, String> settings = seeds.sound();
        for (String change : changes) {
            String[] parts = change.split("=", 2);
            settings.put(parts[0], parts[1]);
        }
        List<String> arguments = new ArrayList<>(List.of("--check"));
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return arguments.toArray(String[]::new);
    }

    private static String[] door(String inbox, String outbox, String rejected) {
        return new String[] {"eid.consent.file.inbox=" + inbox, "eid.consent.file.outbox=" + outbox,
            "eid.consent.file.rejected=" + rejected, "eid.consent.file.client=demo"};
    }

    /** @param by what finds it; the mistakes of the others are left out, and with them their time */
    private static Arguments wrong(Check by, String setting, String words, String... changes) {
        return arguments(setting, words, by, List.of(changes));
    }
}
