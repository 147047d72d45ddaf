package io.eidroutes.simulator.aitu;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.simulator.scenario.Effect;
import io.eidroutes.simulator.web.Refusal;
import io.eidroutes.simulator.web.Reply;
import io.eidroutes.simulator.web.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Exchanges codes for tokens (RFC 6749 section 4.1.3, RFC 7636 section 4.6). */
final class TokenDesk {

    private static final Map<String, String> CAMEL_CASE = Map.of("access_token", "accessToken", "id_token", "idToken",
            "token_type", "tokenType", "expires_in", "expiresIn");

    private final Codes codes;
    private final AccessTokens tokens;
    private final IdTokens idTokens;
    private final Ledger ledger;
    private final Supplier<Settings> settings;

    TokenDesk(Codes codes, AccessTokens tokens, IdTokens idTokens, Ledger ledger, Supplier<Settings> settings) {
        this.codes = codes;
        this.tokens = tokens;
        this.idTokens = idTokens;
        this.ledger = ledger;
        this.settings = settings;
    }

    /** What scenarios may look into: the form, and the authorization link that the code came of. */
    String words(Request request) {
        return request.text() + "\n" + codeOf(request).flatMap(codes::find)
                .map(code -> code.identified().request().query()).orElse("");
    }

    Optional<String> codeOf(Request request) {
        try {
            return request.form().one("code");
        } catch (Refusal malformed) {
            return Optional.empty();
        }
    }

    Reply exchange(Request request, List<Effect> effects) {
        if (!request.method().equals("POST")) {
            return Reply.json(405, Map.of("error", "invalid_request", "error_description", "POST only"));
        }
        Request.Parameters form = request.form();
        Settings now = settings.get();
        try {
            for (Effect effect : effects) {
                if (effect instanceof Effects.TokenError error) {
                    note(request, form, error.error());
                    return refusal(error);
                }
            }
            ObjectNode answer = answer(request, form, now, effects);
            note(request, form, "issued");
            return Reply.json(200, answer).with("Pragma", "no-cache");
        } catch (OAuthError error) {
            note(request, form, error.error());
            return refusal(new Effects.TokenError(error.error(), error.getMessage(), now.camelCase(), error.status()));
        }
    }

    private ObjectNode answer(Request request, Request.Parameters form, Settings now, List<Effect> effects) {
        if (!request.hasType("application/x-www-form-urlencoded")) {
            throw OAuthError.badRequest("invalid_request", "the body is not a form");
        }
        if (!request.query().isEmpty()) {
            throw OAuthError.badRequest("invalid_request", "parameters belong into the body");
        }
        form.repeated().ifPresent(name -> {
            throw OAuthError.badRequest("invalid_request", name + " comes more than once");
        });
        Clients.authenticate(request, form, now);
        String grant = form.one("grant_type").orElseThrow(() -> OAuthError.badRequest("invalid_request", "grant_type is missing"));
        if (!grant.equals("authorization_code")) {
            throw OAuthError.badRequest("unsupported_grant_type", "grant_type is not authorization_code");
        }
        String code = form.one("code").orElseThrow(() -> OAuthError.badRequest("invalid_request", "code is missing"));
        Identified identified = redeem(code, form, now);
        String accessToken = tokens.issue(identified, code, now.accessTokenLifeSeconds());
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        put(answer, "access_token", accessToken, now);
        if (List.of(identified.request().parameters().get("scope").split(" ")).contains("openid")) {
            put(answer, "id_token", idTokens.write(identified, accessToken, now, effects), now);
        }
        put(answer, "token_type", "bearer", now);
        answer.put(now.camelCase() ? CAMEL_CASE.get("expires_in") : "expires_in", now.accessTokenLifeSeconds());
        answer.put("scope", identified.request().parameters().get("scope"));
        for (Effect effect : effects) {
            if (effect instanceof Effects.TokenAnswer changed) {
                answer.remove(changed.remove());
                answer.setAll(changed.set());
            }
        }
        return answer;
    }

    private static void put(ObjectNode answer, String name, String value, Settings now) {
        answer.put(now.camelCase() ? CAMEL_CASE.get(name) : name, value);
    }

    private Identified redeem(String value, Request.Parameters form, Settings now) {
        Codes.Code code = codes.find(value).orElseThrow(() -> invalidGrant("the code is not known"));
        AuthorizationRequest request = code.identified().request();
        demand(Instant.now().isBefore(code.issued().plusSeconds(now.codeLifeSeconds())), "the code is too old");
        demand(form.one("redirect_uri").equals(Optional.of(request.redirectUri())), "redirect_uri is not that of the link");
        if (now.pkce()) {
            Optional<String> verifier = form.one("code_verifier");
            demand(request.one("code_challenge").equals(verifier.map(TokenDesk::challenge)),
                    "code_verifier does not match the challenge");
            verifier.ifPresent(text -> demand(text.matches("[A-Za-z0-9._~-]{43,128}"), "code_verifier is malformed"));
        }
        if (!code.used().compareAndSet(false, true)) {
            tokens.revokeOfCode(value);
            throw invalidGrant("the code was used before");
        }
        return code.identified();
    }

    private static void demand(boolean right, String description) {
        if (!right) {
            throw invalidGrant(description);
        }
    }

    private static OAuthError invalidGrant(String description) {
        return OAuthError.badRequest("invalid_grant", description);
    }

    private static String challenge(String verifier) {
        try {
            return Keys.base64(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void note(Request request, Request.Parameters form, String outcome) {
        Map<String, String> parameters = new LinkedHashMap<>(form.first());
        parameters.remove("client_secret");
        ledger.tokenOutcome(new Received.TokenRequest(Instant.now(), Clients.method(request, form), Map.copyOf(parameters),
                request.header("User-Agent").orElse(""), outcome));
    }

    static Reply refusal(Effects.TokenError error) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("error", error.error());
        if (!error.description().isEmpty()) {
            body.put(error.camelCase() ? "errorDescription" : "error_description", error.description());
        }
        Reply reply = Reply.json(error.status(), body);
        return error.status() == 401 ? reply.with("WWW-Authenticate", "Basic realm=\"aitu\"") : reply;
    }
}
