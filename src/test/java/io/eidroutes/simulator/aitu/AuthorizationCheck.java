package io.eidroutes.simulator.aitu;

import io.eidroutes.simulator.web.Request;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What Aitu Passport demands of an authorization link. */
final class AuthorizationCheck {

    private static final int SHORTEST_STATE = 8;
    private static final Set<String> LOCALES = Set.of("ru", "kk", "en");

    private final Otps otps;

    AuthorizationCheck(Otps otps) {
        this.otps = otps;
    }

    /**
     * Where to send the browser is not known for sure: such a link ends on a page of Aitu's.
     *
     * @throws OAuthError with what the page says
     */
    static void checkTarget(Request.Parameters link, Settings settings) {
        for (String name : List.of("client_id", "redirect_uri")) {
            if (link.all().getOrDefault(name, List.of()).size() > 1) {
                throw OAuthError.badRequest("invalid_request", name + " comes more than once");
            }
        }
        if (!link.one("client_id").equals(Optional.of(settings.clientId()))) {
            throw OAuthError.badRequest("invalid_request", "client_id_is_not_valid");
        }
        if (link.one("redirect_uri").filter(settings.redirectUris()::contains).isEmpty()) {
            throw OAuthError.badRequest("invalid_request", "redirect_uri_is_not_registered");
        }
    }

    /**
     * Everything else. {@code otp_confirmation} is used up by a link that is right.
     *
     * @throws OAuthError for the callback
     */
    AuthorizationRequest check(String query, Request.Parameters link, Settings settings) {
        link.repeated().ifPresent(name -> {
            throw OAuthError.badRequest("invalid_request", name + " comes more than once");
        });
        demand(link.one("response_type").filter("code"::equals).isPresent(), "unsupported_response_type", "response_type_is_not_code");
        demand(link.one("state").filter(state -> state.length() >= SHORTEST_STATE).isPresent(), "invalid_state",
                "The state is missing or does not have enough characters");
        checkScope(link.one("scope").orElse(""), settings);
        link.one("iin").ifPresent(iin -> demand(iin.matches("\\d{12}"), "invalid_request", "iin_is_not_valid"));
        link.one("phone").ifPresent(phone -> demand(phone.matches("\\d{10,15}"), "invalid_request", "phone_is_not_valid"));
        link.one("locale").ifPresent(locale -> demand(LOCALES.contains(locale), "invalid_request", "locale_is_not_valid"));
        link.one("Refresh_request_id_coid").ifPresent(renew -> demand(renew.equals("true") || renew.equals("false"),
                "invalid_request", "Refresh_request_id_coid_is_not_valid"));
        checkIinSignature(link, settings);
        if (settings.pkce()) {
            checkChallenge(link);
        }
        Optional<String> verified = link.one("otp_confirmation").map(otp -> otps.use(otp, settings.otpLifeSeconds())
                .orElseThrow(() -> OAuthError.badRequest("invalid_request", "otp_confirmation_is_not_valid")));
        return new AuthorizationRequest(query, link.first(),
                verified.or(() -> link.one("phone")).orElse(settings.defaultPhone()));
    }

    private static void checkScope(String scope, Settings settings) {
        List<String> asked = Arrays.asList(scope.split(" "));
        demand(settings.scopes().containsAll(asked), "invalid_scope", "not_allowed_scopes");
        demand(asked.contains("idpc_verification"), "invalid_scope", "request_contains_invalid_scopes");
    }

    private static void checkChallenge(Request.Parameters link) {
        Optional<String> challenge = link.one("code_challenge");
        Optional<String> method = link.one("code_challenge_method");
        demand(challenge.isPresent() || method.isEmpty(), "invalid_request", "code_challenge_is_missing");
        demand(challenge.isEmpty() || method.filter("S256"::equals).isPresent(), "invalid_request",
                "code_challenge_method_is_not_S256");
        challenge.ifPresent(value -> demand(value.matches("[A-Za-z0-9_-]{43}"), "invalid_request", "code_challenge_is_not_valid"));
    }

    private static void checkIinSignature(Request.Parameters link, Settings settings) {
        Optional<String> signature = link.one("iin_signature");
        if (signature.isEmpty() || settings.iinKey().isEmpty()) {
            return;
        }
        demand(link.one("iin").isPresent(), "invalid_request", "iin_signature_without_iin");
        byte[] bytes;
        try {
            bytes = (settings.iinSignatureUrlSafe() ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(signature.get());
        } catch (IllegalArgumentException notBase64) {
            throw OAuthError.badRequest("invalid_request", "illegal base64 character in iin_signature");
        }
        demand(verifies(settings.iinKey(), link.one("iin").orElseThrow(), bytes), "invalid_request", "iin_signature_is_not_valid");
    }

    private static boolean verifies(String pem, String iin, byte[] signature) {
        try {
            byte[] key = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
            Signature check = Signature.getInstance("SHA256withRSA");
            check.initVerify(KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(key)));
            check.update(iin.getBytes(StandardCharsets.US_ASCII));
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static void demand(boolean right, String error, String description) {
        if (!right) {
            throw OAuthError.badRequest(error, description);
        }
    }
}
