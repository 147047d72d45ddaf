package io.eidroutes.simulator.aitu;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.simulator.scenario.Effect;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Writes id_tokens. */
final class IdTokens {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Keys keys;

    IdTokens(Keys keys) {
        this.keys = keys;
    }

    String write(Identified identified, String accessToken, Settings settings, List<Effect> effects) {
        Draft draft = new Draft(header(), claims(identified, accessToken, settings), keys.signing(), settings);
        for (Effect effect : effects) {
            if (effect instanceof Effects.IdToken wrong) {
                Defects.apply(wrong.defect(), draft);
            } else if (effect instanceof Effects.Claims changed) {
                draft.claims().remove(changed.remove());
                draft.claims().setAll(changed.set());
            } else if (effect instanceof Effects.JoseHeader changed) {
                draft.header().remove(changed.remove());
                draft.header().setAll(changed.set());
            }
        }
        return draft.signed();
    }

    private ObjectNode header() {
        return JSON.objectNode().put("alg", "RS256").put("kid", keys.signing().id()).put("typ", "JWT");
    }

    private static ObjectNode claims(Identified identified, String accessToken, Settings settings) {
        long now = Instant.now().getEpochSecond();
        ObjectNode claims = JSON.objectNode().put("iss", settings.issuer()).put("sub", identified.subject());
        if (settings.audienceAsText()) {
            claims.put("aud", settings.clientId());
        } else {
            claims.set("aud", JSON.arrayNode().add(settings.clientId()));
        }
        claims.put("exp", now + settings.idTokenLifeSeconds()).put("iat", now).put("auth_time", now)
                .put("jti", UUID.randomUUID().toString()).put("at_hash", Keys.halfHash(accessToken));
        if (settings.nonce()) {
            identified.request().one("nonce").ifPresent(nonce -> claims.put("nonce", nonce));
        }
        claims.put("phone", identified.request().phone()).put("first_name", "Алия").put("last_name", "Тестова");
        ObjectNode verification = JSON.objectNode().put("iin", identified.iin()).put("requestId", identified.requestId());
        claims.set("idpc_verification", verification);
        return claims;
    }

    /** An id_token in the making. */
    static final class Draft {

        /** Makes the text of the token from header, claims and signature. */
        @FunctionalInterface
        interface Assembly {
            String assemble(String header, String claims, String signature);
        }

        private final ObjectNode header;
        private final ObjectNode claims;
        private final Settings settings;
        private final Keys.Key real;
        private Keys.Key key;
        private byte[] secret = new byte[0];
        private boolean verificationAsText;
        private Assembly assembly = (first, second, third) -> first + "." + second + "." + third;

        private Draft(ObjectNode header, ObjectNode claims, Keys.Key key, Settings settings) {
            this.header = header;
            this.claims = claims;
            this.real = key;
            this.key = key;
            this.settings = settings;
            this.verificationAsText = settings.verificationAsText();
        }

        ObjectNode header() {
            return header;
        }

        ObjectNode claims() {
            return claims;
        }

        Settings settings() {
            return settings;
        }

        /** The key that should sign. */
        Keys.Key real() {
            return real;
        }

        void signWith(Keys.Key other) {
            key = other;
        }

        void signWith(byte[] sharedSecret) {
            header.put("alg", "HS256");
            secret = sharedSecret;
        }

        void assembleAs(Assembly other) {
            assembly = other;
        }

        void verificationAsText() {
            verificationAsText = true;
        }

        ObjectNode verification() {
            return claims.withObject("/idpc_verification");
        }

        void audience(String... names) {
            ArrayNode audience = JSON.arrayNode();
            List.of(names).forEach(audience::add);
            claims.set("aud", audience);
        }

        private String signed() {
            if (verificationAsText && claims.path("idpc_verification").isObject()) {
                claims.put("idpc_verification", claims.get("idpc_verification").toString());
            }
            String first = part(header);
            String second = part(claims);
            byte[] signature = secret.length > 0 ? Keys.hmac(secret, first + "." + second) : key.sign(first + "." + second);
            return assembly.assemble(first, second, Keys.base64(signature));
        }

        static String part(ObjectNode json) {
            return Keys.base64(json.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
