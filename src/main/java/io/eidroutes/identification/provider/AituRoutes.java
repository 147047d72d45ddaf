package io.eidroutes.identification.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.eidroutes.failure.Catalogue;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import io.eidroutes.http.BoundedHttpClient;
import io.eidroutes.http.StrictJson;
import io.eidroutes.http.TransportFailures;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpMethods;

/**
 * The calls to Aitu Passport. They raise a {@link Failure} of the calling route: these routes have no error handler of
 * their own. Headers and body are dropped before and after each call, whether it went well or not, so that no secret of
 * the one side reaches the other.
 */
final class AituRoutes extends RouteBuilder {

    static final String KEYS = "direct:aitu-keys";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String HTTP_CLIENT = "aituHttpClient";

    private final AituSettings settings;
    private final ClientCredentials credentials;
    private final StrictJson json;
    private final TokenExchange tokenExchange;
    private final TrustedPhone trustedPhone;
    private final LogoutLink logoutLink;

    AituRoutes(AituSettings settings, StrictJson json, LogoutLink logoutLink, Catalogue catalogue) {
        this.settings = settings;
        this.json = json;
        this.logoutLink = logoutLink;
        this.credentials = new ClientCredentials(settings);
        this.tokenExchange = new TokenExchange(credentials, json, catalogue);
        this.trustedPhone = new TrustedPhone(json);
    }

    @Override
    public void configure() {
        call("direct:aitu-token", "aitu-token", "In: variables code, redirectUri, codeVerifier (optional). Out: variable "
                        + "tokens. Raises aitu-token failures; transport ones only where nothing was sent.",
                this::askForTokens, settings.tokenPath(), tokenExchange::failureOf,
                exchange -> exchange.setVariable("tokens", tokenExchange.read(answer(exchange))));

        call("direct:trusted-phone", "trusted-phone", "In: variable phone (digits). Out: variable otpConfirmation, good for "
                        + "one link. Raises aitu-token and transport failures.",
                this::trustPhone, settings.trustedPhonePath(), TransportFailures::of,
                exchange -> exchange.setVariable("otpConfirmation", trustedPhone.read(answer(exchange))));

        call(KEYS, "aitu-keys", "In: nothing. Out: body = the provider's JWK Set as it came. Raises transport failures.",
                exchange -> ask(exchange, HttpMethods.GET, Optional.empty(), Optional.empty(), new byte[0]),
                settings.jwksPath(), TransportFailures::of,
                exchange -> exchange.getMessage().setBody(good(answer(exchange))));

        if (settings.introspection()) {
            call("direct:introspect-token", "introspect-token", "In: variable token. Out: variable active. "
                            + "Raises transport failures.",
                    this::introspect, settings.introspectPath(), TransportFailures::of,
                    exchange -> exchange.setVariable("active", active(answer(exchange))));
        }
        if (settings.logout()) {
            from("direct:logout-link").routeId("logout-link").errorHandler(noErrorHandler())
                    .description("In: variables idToken, postLogoutRedirectUri, logoutState (all optional). Out: variable "
                            + "logoutLink, for the browser alone. Raises not-permitted (family validation).")
                    .process(this::logout);
        }
    }

    private void call(String from, String id, String description, Processor question, String path,
            Function<IOException, Failure> failureOf, Processor reader) {
        from(from).routeId(id).errorHandler(noErrorHandler()).description(description)
                .process(question)
                .doTry()
                    .to(BoundedHttpClient.endpoint(settings.url(path), HTTP_CLIENT))
                    .process(AituRoutes::takeAnswer)
                .doCatch(IOException.class)
                    .process(exchange -> {
                        clear(exchange);
                        throw failureOf.apply(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, IOException.class));
                    })
                .end()
                .process(reader);
    }

    private void askForTokens(Exchange exchange) {
        byte[] form = tokenExchange.request(Variables.required(exchange, "code"),
                Variables.required(exchange, "redirectUri"), Variables.text(exchange, "codeVerifier"));
        ask(exchange, HttpMethods.POST, Optional.of(FORM), credentials.oauthHeader(), form);
    }

    private void trustPhone(Exchange exchange) {
        ask(exchange, HttpMethods.POST, Optional.of("application/json"), Optional.of(credentials.plainHeader()),
                trustedPhone.request(Variables.required(exchange, "phone")));
    }

    private void introspect(Exchange exchange) {
        byte[] form = credentials.form(Map.of("token", Variables.required(exchange, "token")))
                .getBytes(StandardCharsets.US_ASCII);
        ask(exchange, HttpMethods.POST, Optional.of(FORM), credentials.oauthHeader(), form);
    }

    private void logout(Exchange exchange) {
        try {
            exchange.setVariable("logoutLink", logoutLink.to(Variables.text(exchange, "idToken"),
                    Variables.text(exchange, "postLogoutRedirectUri").map(URI::create),
                    Variables.text(exchange, "logoutState")));
        } catch (IllegalArgumentException e) {
            throw Failure.of(Family.VALIDATION, "not-permitted");
        }
    }

    private static void ask(Exchange exchange, HttpMethods method, Optional<String> type, Optional<String> authorization,
            byte[] body) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_METHOD, method);
        message.setHeader("Accept", "application/json");
        type.ifPresent(value -> message.setHeader(Exchange.CONTENT_TYPE, value));
        authorization.ifPresent(value -> message.setHeader("Authorization", value));
        message.setBody(method == HttpMethods.GET ? null : body);
    }

    private static void takeAnswer(Exchange exchange) {
        Integer status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        byte[] body = exchange.getMessage().getBody(byte[].class);
        clear(exchange);
        exchange.getMessage().setBody(new ProviderAnswer(status == null ? 0 : status, body == null ? new byte[0] : body));
    }

    /** The answer, which leaves the exchange before it is read: what cannot be read stays nowhere. */
    private static ProviderAnswer answer(Exchange exchange) {
        ProviderAnswer answer = (ProviderAnswer) exchange.getMessage().getBody();
        clear(exchange);
        return answer;
    }

    private static void clear(Exchange exchange) {
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(null);
    }

    private static byte[] good(ProviderAnswer answer) {
        if (answer.status() != 200) {
            throw TransportFailures.of(answer.status());
        }
        return answer.body();
    }

    private boolean active(ProviderAnswer answer) {
        return json.object(good(answer)).map(object -> object.path("active")).filter(JsonNode::isBoolean)
                .map(JsonNode::booleanValue)
                .orElseThrow(() -> Failure.of(Family.TRANSPORT, "unreadable-answer"));
    }
}
