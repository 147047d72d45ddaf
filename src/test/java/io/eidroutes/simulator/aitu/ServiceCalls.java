package io.eidroutes.simulator.aitu;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.eidroutes.simulator.scenario.Operation;
import io.eidroutes.simulator.web.Reply;
import io.eidroutes.simulator.web.Request;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** trusted-phone, introspection, logout, discovery. */
final class ServiceCalls {

    private final Otps otps;
    private final AccessTokens tokens;
    private final Keys keys;
    private final Ledger ledger;
    private final Supplier<Settings> settings;
    private final ObjectMapper json = new ObjectMapper();

    ServiceCalls(Otps otps, AccessTokens tokens, Keys keys, Ledger ledger, Supplier<Settings> settings) {
        this.otps = otps;
        this.tokens = tokens;
        this.keys = keys;
        this.ledger = ledger;
        this.settings = settings;
    }

    Reply trustedPhone(Request request) {
        return answering(Operation.TRUSTED_PHONE, request, () -> {
            Clients.plain(request, settings.get());
            if (!request.hasType("application/json")) {
                throw OAuthError.badRequest("invalid_request", "the body is not JSON");
            }
            JsonNode phone = parsed(request).path("phone");
            if (!phone.isTextual() || !phone.asText().matches("\\d{10,15}")) {
                throw OAuthError.badRequest("invalid_request", "phone is not a number without plus");
            }
            ledger.count(Ledger.Count.TRUSTED_PHONES);
            return Reply.json(200, Map.of("secret", otps.issue(phone.asText())));
        });
    }

    private JsonNode parsed(Request request) {
        try {
            return json.readTree(request.text());
        } catch (JsonProcessingException e) {
            throw OAuthError.badRequest("invalid_request", "the body is not JSON");
        }
    }

    /** RFC 7662. */
    Reply introspect(Request request) {
        return answering(Operation.INTROSPECTION, request, () -> {
            Clients.basic(request, settings.get());
            String token = request.form().one("token")
                    .orElseThrow(() -> OAuthError.badRequest("invalid_request", "token is missing"));
            ledger.count(Ledger.Count.INTROSPECTIONS);
            return Reply.json(200, tokens.find(token).map(this::told).orElse(Map.of("active", false)));
        });
    }

    private Map<String, Object> told(AccessTokens.AccessToken token) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("active", true);
        told.put("client_id", settings.get().clientId());
        told.put("sub", token.identified().subject());
        told.put("scope", token.identified().request().parameters().get("scope"));
        told.put("iss", settings.get().issuer());
        told.put("iat", token.issued().getEpochSecond());
        told.put("exp", token.expires().getEpochSecond());
        told.put("token_type", "Bearer");
        return told;
    }

    private Reply answering(Operation operation, Request request, Supplier<Reply> work) {
        if (!request.method().equals("POST")) {
            return Reply.json(405, Map.of("error", "invalid_request", "error_description", "POST only"));
        }
        try {
            return work.get();
        } catch (OAuthError error) {
            ledger.refused(operation, error.error());
            return TokenDesk.refusal(new Effects.TokenError(error.error(), error.getMessage(), false, error.status()));
        }
    }

    /** The browser arrives to be logged out; it goes on to a registered address only. */
    Reply logout(Request request) {
        Request.Parameters link = request.parameters();
        Optional<String> hint = link.one("id_token_hint");
        Optional<String> after = link.one("post_logout_redirect_uri");
        Optional<String> wrong = link.repeated().map(name -> name + " comes more than once")
                .or(() -> hint.isEmpty() || !keys.signed(hint.get()) ? Optional.of("id_token_hint_is_not_valid") : Optional.empty())
                .or(() -> after.filter(uri -> !settings.get().logoutUris().contains(uri))
                        .map(unknown -> "post_logout_redirect_uri_is_not_registered"));
        if (wrong.isPresent()) {
            ledger.refused(Operation.LOGOUT, wrong.get());
            return Reply.page(400, Pages.wrongLink(wrong.get()));
        }
        ledger.logout(link.first());
        subject(hint.orElseThrow()).ifPresent(tokens::revokeOfSubject);
        return after.map(uri -> Reply.seeOther(Addresses.with(uri, link.one("state").map(state -> Map.of("state", state))
                        .orElse(Map.of()), List.of())))
                .orElseGet(() -> Reply.page(200, Pages.loggedOut()));
    }

    private Optional<String> subject(String token) {
        try {
            return Optional.of(json.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1])).path("sub").asText());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    Reply discovery(Request request) {
        String issuer = settings.get().issuer();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", issuer);
        document.put("authorization_endpoint", issuer + "/oauth2/auth");
        document.put("token_endpoint", issuer + "/oauth2/token");
        document.put("jwks_uri", issuer + "/.well-known/jwks.json");
        document.put("introspection_endpoint", issuer + "/oauth2/introspect");
        document.put("end_session_endpoint", issuer + "/sessions/logout");
        document.put("response_types_supported", List.of("code"));
        document.put("subject_types_supported", List.of("public"));
        document.put("id_token_signing_alg_values_supported", List.of("RS256"));
        document.put("scopes_supported", settings.get().scopes());
        document.put("token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post"));
        document.put("code_challenge_methods_supported", settings.get().pkce() ? List.of("S256") : List.of());
        document.put("authorization_response_iss_parameter_supported", settings.get().callbackIss());
        return Reply.json(200, document);
    }
}
