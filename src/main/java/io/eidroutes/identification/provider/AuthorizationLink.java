package io.eidroutes.identification.provider;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Builds the link to Aitu Passport's authorization page, {@code GET {base}/oauth2/auth}, with every documented parameter.
 * An optional one is left out where its value is not given or where {@code eid.aitu.link}, {@code eid.aitu.nonce} or
 * {@code eid.aitu.pkce} switch it off.
 */
public final class AuthorizationLink {

    private static final Pattern IIN = Pattern.compile("[0-9]{12}");
    private static final Pattern PHONE = Pattern.compile("[0-9]{5,15}");
    private static final Set<String> LOCALES = Set.of("ru", "kk", "en");
    private static final int SHORTEST_STATE = 8;

    private final AituSettings settings;
    private final URI redirectUri;
    private final Optional<IinSigner> signer;

    /**
     * What differs from link to link. A wrong value is an {@link IllegalArgumentException} that does not repeat it.
     *
     * @param state            returned unchanged by the provider; at least 8 characters
     * @param nonce            comes back in the id_token
     * @param codeChallenge    PKCE, S256: base64url without padding of the verifier's SHA-256
     * @param otpConfirmation  the {@code secret} of trusted-phone, where the partner verified the phone
     * @param iin              the user's IIN, 12 digits
     * @param phone            the user's phone, digits; a leading {@code +} is dropped
     * @param locale           ru, kk or en
     * @param refreshRequestId true renews {@code requestId}
     */
    public record Parameters(
            String state,
            Optional<String> nonce,
            Optional<String> codeChallenge,
            Optional<String> otpConfirmation,
            Optional<String> iin,
            Optional<String> phone,
            Optional<String> locale,
            Optional<Boolean> refreshRequestId) {

        public Parameters {
            Objects.requireNonNull(nonce, "nonce");
            Objects.requireNonNull(codeChallenge, "codeChallenge");
            Objects.requireNonNull(otpConfirmation, "otpConfirmation");
            Objects.requireNonNull(refreshRequestId, "refreshRequestId");
            phone = phone.map(Phones::digits);
            require(state.length() >= SHORTEST_STATE, "state must have at least 8 characters");
            require(iin.isEmpty() || IIN.matcher(iin.get()).matches(), "iin must be 12 digits");
            require(phone.isEmpty() || PHONE.matcher(phone.get()).matches(), "phone must be 5 to 15 digits");
            require(locale.isEmpty() || LOCALES.contains(locale.get()), "locale must be ru, kk or en");
        }

        /** Nothing of it: state, IIN and phone are not for logs. */
        @Override
        public String toString() {
            return "Parameters[]";
        }
    }

    AuthorizationLink(AituSettings settings, URI redirectUri, Optional<IinSigner> signer) {
        this.settings = settings;
        this.redirectUri = redirectUri;
        this.signer = signer;
    }

    /** Whether links carry a PKCE challenge. */
    public boolean challenges() {
        return settings.pkce();
    }

    /** Where the provider sends the browser back to; the token exchange must name the same. */
    public URI redirectUri() {
        return redirectUri;
    }

    /** The link. It holds the state and perhaps the IIN: it is for the browser alone. */
    public URI to(Parameters parameters) {
        AituSettings.Link link = settings.link();
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", settings.clientId().orElseThrow());
        query.put("redirect_uri", redirectUri.toString());
        query.put("scope", String.join(" ", settings.scope()));
        query.put("state", parameters.state());
        parameters.otpConfirmation().ifPresent(secret -> query.put("otp_confirmation", secret));
        parameters.iin().filter(iin -> link.iin()).ifPresent(iin -> {
            query.put("iin", iin);
            signer.ifPresent(key -> query.put("iin_signature", key.sign(iin)));
        });
        parameters.refreshRequestId().filter(renew -> renew && link.refreshRequestId())
                .ifPresent(renew -> query.put("Refresh_request_id_coid", "true"));
        parameters.phone().filter(phone -> link.phone()).ifPresent(phone -> query.put("phone", phone));
        parameters.locale().filter(locale -> link.locale()).ifPresent(locale -> query.put("locale", locale));
        parameters.nonce().filter(nonce -> settings.nonce() != AituSettings.Nonce.OFF)
                .ifPresent(nonce -> query.put("nonce", nonce));
        parameters.codeChallenge().filter(challenge -> settings.pkce()).ifPresent(challenge -> {
            query.put("code_challenge", challenge);
            query.put("code_challenge_method", "S256");
        });
        return Queries.with(settings.url(settings.authorizePath()), query);
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
