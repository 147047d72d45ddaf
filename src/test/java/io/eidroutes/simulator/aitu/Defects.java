package io.eidroutes.simulator.aitu;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** How each {@link IdTokenDefect} is made. */
final class Defects {

    private static final long HOUR = 3600;
    private static final String OTHER = "somebody-else";

    private Defects() {
    }

    static void apply(IdTokenDefect defect, IdTokens.Draft draft) {
        ObjectNode header = draft.header();
        ObjectNode claims = draft.claims();
        long now = Instant.now().getEpochSecond();
        switch (defect) {
            case ALG_NONE -> {
                header.put("alg", "none");
                draft.assembleAs((first, second, signature) -> first + "." + second + ".");
            }
            case ALG_NONE_SIGNED -> header.put("alg", "none");
            case HS256_WITH_PUBLIC_KEY -> draft.signWith(draft.real().publicPem());
            case HS256_WITH_CLIENT_SECRET -> draft.signWith(draft.settings().clientSecret().getBytes(StandardCharsets.UTF_8));
            case WRONG_KEY -> draft.signWith(Keys.STRANGER);
            case UNKNOWN_KID -> stranger(draft);
            case NO_KID -> header.remove("kid");
            case EMBEDDED_JWK -> {
                stranger(draft);
                header.set("jwk", Keys.STRANGER.jwk());
            }
            case JKU -> {
                stranger(draft);
                header.put("jku", draft.settings().issuer() + AituSimulator.STRANGER_JWKS);
            }
            case X5U -> {
                stranger(draft);
                header.put("x5u", draft.settings().issuer() + AituSimulator.STRANGER_JWKS);
            }
            case CRIT -> {
                header.put("urn:example:must-understand", true);
                header.putArray("crit").add("urn:example:must-understand");
            }
            case TAMPERED -> draft.assembleAs((first, second, signature) -> {
                claims.put("sub", OTHER);
                return first + "." + IdTokens.Draft.part(claims) + "." + signature;
            });
            case NO_SIGNATURE -> draft.assembleAs((first, second, signature) -> first + "." + second + ".");
            case TWO_PARTS -> draft.assembleAs((first, second, signature) -> first + "." + second);
            case NOT_A_JWT -> draft.assembleAs((first, second, signature) -> "not-a-jwt");
            case WRONG_ISS -> claims.put("iss", "https://issuer.example");
            case ISS_WITH_SLASH -> claims.put("iss", draft.settings().issuer() + "/");
            case NO_ISS -> claims.remove("iss");
            case WRONG_AUD -> draft.audience(OTHER);
            case NO_AUD -> claims.remove("aud");
            case EMPTY_AUD -> draft.audience();
            case SEVERAL_AUD -> draft.audience(draft.settings().clientId(), OTHER);
            case SEVERAL_AUD_WITH_AZP -> {
                draft.audience(draft.settings().clientId(), OTHER);
                claims.put("azp", draft.settings().clientId());
            }
            case WRONG_AZP -> claims.put("azp", OTHER);
            case EXPIRED -> claims.put("iat", now - 2 * HOUR).put("exp", now - HOUR);
            case JUST_EXPIRED -> claims.put("iat", now - 60).put("exp", now - 30);
            case NO_EXP -> claims.remove("exp");
            case ISSUED_LONG_AGO -> claims.put("iat", now - HOUR).put("exp", now + HOUR);
            case ISSUED_IN_FUTURE -> claims.put("iat", now + HOUR).put("exp", now + 2 * HOUR);
            case NO_IAT -> claims.remove("iat");
            case NOT_YET -> claims.put("nbf", now + HOUR);
            case WRONG_NONCE -> claims.put("nonce", OTHER);
            case NO_NONCE -> claims.remove("nonce");
            case NO_SUB -> claims.remove("sub");
            case EMPTY_SUB -> claims.put("sub", "");
            case LONG_SUB -> claims.put("sub", "s".repeat(256));
            case NON_ASCII_SUB -> claims.put("sub", "пользователь");
            case NUMERIC_SUB -> claims.put("sub", 12345);
            case WRONG_AT_HASH -> claims.put("at_hash", Keys.halfHash(OTHER));
            case NO_AT_HASH -> claims.remove("at_hash");
            case NO_PHONE -> claims.remove("phone");
            case OTHER_PHONE -> claims.put("phone", "77009999999");
            default -> verification(defect, draft);
        }
    }

    private static void verification(IdTokenDefect defect, IdTokens.Draft draft) {
        switch (defect) {
            case NO_VERIFICATION -> draft.claims().remove("idpc_verification");
            case VERIFICATION_NOT_JSON -> draft.claims().put("idpc_verification", "{iin");
            case VERIFICATION_AS_TEXT -> draft.verificationAsText();
            case NO_IIN -> draft.verification().remove("iin");
            case SHORT_IIN -> draft.verification().put("iin", "12345678901");
            case IIN_WITH_LETTERS -> draft.verification().put("iin", "12345678901O");
            case NUMERIC_IIN -> draft.verification().put("iin", 123456789012L);
            case NO_REQUEST_ID -> draft.verification().remove("requestId");
            case EMPTY_REQUEST_ID -> draft.verification().put("requestId", "");
            case OTHER_IIN -> draft.verification().put("iin", "900101300007");
            default -> throw new IllegalArgumentException("no such defect: " + defect);
        }
    }

    private static void stranger(IdTokens.Draft draft) {
        draft.header().put("kid", Keys.STRANGER.id());
        draft.signWith(Keys.STRANGER);
    }
}
