package io.eidroutes.identification.provider;

import io.eidroutes.failure.Catalogue;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Failures;
import io.eidroutes.http.BoundedHttpClient;
import io.eidroutes.http.Breakers;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The shipped routes of the provider and of failures in a Camel context of their own, against a provider that obeys. */
final class Passport implements AutoCloseable {

    static final String SECRET = "secret of/the+client:%";
    static final String CODE = "code-of-this-login";
    static final String REDIRECT_URI = "https://bank.example/aitu/callback";
    private static final Path FAILURES = Path.of("routes", "failure");

    private final FakeProvider provider = new FakeProvider();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final BoundedHttpClient client;
    private final ProviderKeys keys;
    private final ProducerTemplate calls;

    /** What a route ended with: its variables, or the failure and the treatment that its branch led to. */
    record Outcome(Exchange exchange) {

        Identified identified() {
            return Optional.ofNullable(exchange.getVariable("identified", Identified.class))
                    .orElseThrow(() -> new AssertionError("refused: " + failure().getMessage()));
        }

        boolean isIdentified() {
            return exchange.getVariable("identified") != null;
        }

        Failure failure() {
            return Optional.ofNullable(exchange.getVariable("failure", Failure.class))
                    .orElseThrow(() -> new AssertionError("nothing failed"));
        }

        String treatment() {
            return exchange.getVariable("reached", String.class);
        }
    }

    Passport(Map<String, String> settings) {
        AituSettings aitu = settings(provider.base(), settings);
        ProviderConfiguration parts = new ProviderConfiguration();
        client = parts.aituHttpClient(aitu, new Breakers(meters));
        keys = parts.providerKeys(aitu, camel);
        camel.getRegistry().bind("aituHttpClient", client);
        camel.getRegistry().bind("exchangeToken", parts.exchangeToken(keys, aitu, Clock.systemUTC(), meters));
        camel.getRegistry().bind("failures", new Failures(Catalogue.load(), meters));
        Properties others = new Properties();
        others.setProperty("eid.smev.signature-faults", "wait");
        others.setProperty("eid.smev.unknown-fault-tries", "3");
        camel.getPropertiesComponent().setInitialProperties(others);
        try {
            load(FAILURES.resolve("configuration.camel.yaml"));
            camel.addRoutes(parts.aituRoutes(aitu, parts.logoutLink(aitu), Catalogue.load()));
            load(Path.of("routes", "identification", "exchange-token.camel.yaml"));
            loadRouters();
            camel.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        calls = camel.createProducerTemplate();
        behave();
    }

    /** The settings of the tests, with others in their place where named. */
    static AituSettings settings(String base, Map<String, String> others) {
        Map<String, String> all = new HashMap<>(Map.of(
                "eid.aitu.base", base,
                "eid.aitu.issuer", IdTokens.ISSUER,
                "eid.aitu.client-id", IdTokens.CLIENT,
                "eid.aitu.client-secret", SECRET,
                "eid.aitu.redirect-uri", REDIRECT_URI,
                "eid.aitu.jwks-pause", "50ms",
                "eid.aitu.http.connect-timeout", "500ms",
                "eid.aitu.http.deadline", "700ms"));
        all.putAll(others);
        return new Binder(new MapConfigurationPropertySource(all)).bind("eid.aitu", AituSettings.class).get();
    }

    FakeProvider provider() {
        return provider;
    }

    MeterRegistry meters() {
        return meters;
    }

    boolean hasRoute(String id) {
        return camel.getRoute(id) != null;
    }

    /** From now on the provider does everything right, and has been asked nothing. */
    void behave() {
        provider.answer("/oauth2/token", tokens(IdTokens.signed(IdTokens.claims())));
        provider.answer("/.well-known/jwks.json", FakeProvider.Answer.json(200, IdTokens.jwks(IdTokens.KEY)));
        provider.forget();
    }

    static FakeProvider.Answer tokens(String idToken) {
        return FakeProvider.Answer.json(200, """
                {"access_token":"%s","id_token":"%s","token_type":"bearer","expires_in":2592000,"scope":"openid"}"""
                .formatted(IdTokens.ACCESS_TOKEN, idToken));
    }

    /** Exchanges the code of a login that asked for nobody in particular. */
    Outcome exchange() {
        return exchange(Map.of());
    }

    /** With these variables more, or others in place of the usual ones. */
    Outcome exchange(Map<String, Object> variables) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "code", CODE, "redirectUri", REDIRECT_URI, "nonce", IdTokens.NONCE, "codeVerifier", "verifier-of-this-login"));
        all.putAll(variables);
        Outcome outcome = new Outcome(send("direct:exchange-token", all));
        if (outcome.exchange().getException() != null) {
            throw new AssertionError("not handled", outcome.exchange().getException());
        }
        return outcome;
    }

    Exchange send(String uri, Map<String, Object> variables) {
        return calls.request(uri, exchange -> variables.forEach(exchange::setVariable));
    }

    /** In place of the treatments, routes that note which of them was reached. */
    private void loadRouters() throws Exception {
        for (Path file : files()) {
            String name = file.getFileName().toString().replace(".camel.yaml", "");
            if (name.startsWith("route-")) {
                load(file);
            } else if (!name.equals("configuration")) {
                camel.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        var route = from("direct:" + name).routeId(name);
                        if (name.equals("record-failure")) {
                            route.setVariable("recorded", constant(true));
                        } else {
                            route.setVariable("reached", constant(name));
                        }
                    }
                });
            }
        }
    }

    private static List<Path> files() {
        try (Stream<Path> files = Files.list(FAILURES)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void load(Path file) throws Exception {
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.resolveMandatoryResource(camel, "file:" + file));
    }

    @Override
    public void close() {
        provider.close();
        keys.close();
        camel.stop();
        client.close();
    }
}
