package io.eidroutes.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.eidroutes.identification.provider.AituSettings;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether Aitu Passport answers, and whether its discovery document says what the settings say. */
final class AituCheck implements Check {

    private static final String BASE = "eid.aitu.base";
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    @Override
    public void look(CheckedSettings settings, Findings findings) {
        settings.of(AituSettings.class).filter(aitu -> aitu.base().isPresent()).ifPresent(aitu -> {
            Optional<Knock.Answer> answer = Knock.get(BASE, aitu.url(DISCOVERY), Optional.empty(), findings);
            answer.ifPresent(came -> {
                JsonNode document = json(came);
                if (document.path("issuer").isTextual()) {
                    findings.ok(BASE, "it answers, with a discovery document");
                    compare(document, aitu, findings);
                } else {
                    findings.warn(BASE, "it has no discovery document (HTTP " + came.status() + "), so issuer and paths were not compared",
                            "ask Aitu for its issuer, and compare the paths of eid.aitu with what it tells you");
                }
                lookAtKeys(aitu, findings);
            });
        });
    }

    private static void compare(JsonNode document, AituSettings aitu, Findings findings) {
        String issuer = document.path("issuer").asText();
        if (issuer.equals(aitu.issuer().orElseThrow())) {
            findings.ok("eid.aitu.issuer", "the discovery document says the same");
        } else {
            findings.error("eid.aitu.issuer", "the discovery document says " + shown(issuer), "set it to that, byte for byte");
        }
        path(document, "authorization_endpoint", "authorize-path", aitu.authorizePath(), aitu, findings);
        path(document, "token_endpoint", "token-path", aitu.tokenPath(), aitu, findings);
        path(document, "jwks_uri", "jwks-path", aitu.jwksPath(), aitu, findings);
        if (aitu.introspection()) {
            path(document, "introspection_endpoint", "introspect-path", aitu.introspectPath(), aitu, findings);
        }
        if (aitu.logout()) {
            path(document, "end_session_endpoint", "logout-path", aitu.logoutPath(), aitu, findings);
        }
        among(document, "id_token_signing_alg_values_supported", "eid.aitu.id-token.algorithms", aitu.idToken().algorithms(), findings);
        among(document, "token_endpoint_auth_methods_supported", "eid.aitu.client-authentication",
                List.of("client_secret_" + aitu.clientAuthentication().name().toLowerCase(Locale.ROOT)), findings);
        for (String scope : aitu.scope()) {
            among(document, "scopes_supported", "eid.aitu.scope", List.of(scope), findings);
        }
        if (aitu.pkce() && document.has("code_challenge_methods_supported")
                && !document.get("code_challenge_methods_supported").toString().contains("\"S256\"")) {
            findings.warn("eid.aitu.pkce", "the discovery document names no S256", "ask Aitu whether it honours PKCE; keep it on where it is ignored");
        }
    }

    private static void path(JsonNode document, String member, String name, String path, AituSettings aitu, Findings findings) {
        JsonNode said = document.path(member);
        if (said.isTextual() && !said.asText().equals(aitu.url(path).toString())) {
            findings.error("eid.aitu." + name, "the discovery document says " + shown(said.asText()) + " where the settings make "
                    + aitu.url(path), "correct it, or " + BASE);
        }
    }

    private static void among(JsonNode document, String member, String setting, Collection<String> ours, Findings findings) {
        JsonNode said = document.path(member);
        if (!said.isArray()) {
            return;
        }
        for (JsonNode one : said) {
            if (ours.contains(one.asText())) {
                return;
            }
        }
        findings.error(setting, "the discovery document does not offer " + String.join(", ", ours), "set it to what is in its " + member);
    }

    private static void lookAtKeys(AituSettings aitu, Findings findings) {
        String setting = "eid.aitu.jwks-path";
        Knock.get(setting, aitu.url(aitu.jwksPath()), Optional.empty(), findings).ifPresent(answer -> {
            int keys = json(answer).path("keys").size();
            if (answer.status() == 200 && keys > 0) {
                findings.ok(setting, keys + " keys are there");
            } else {
                findings.error(setting, "there are no keys (HTTP " + answer.status() + ")", "set it to the path of the provider's jwks_uri");
            }
        });
    }

    private static JsonNode json(Knock.Answer answer) {
        try {
            JsonNode read = answer.status() == 200 ? new ObjectMapper().readTree(answer.body()) : MissingNode.getInstance();
            return read == null ? MissingNode.getInstance() : read;
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    /** A URL as it came, and nothing else. */
    private static String shown(String text) {
        return text.matches("https?://[\\x21-\\x7e]{1,200}") ? text : "something that is no URL";
    }
}
