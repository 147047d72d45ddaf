package io.eidroutes.identification.provider;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How this system proves itself to Aitu Passport: its service's id and secret. */
final class ClientCredentials {

    private final String id;
    private final ClientSecret secret;
    private final AituSettings.ClientAuthentication method;

    ClientCredentials(AituSettings settings) {
        this.id = settings.clientId().orElseThrow();
        this.secret = ClientSecret.of(settings.clientSecret().orElseThrow());
        this.method = settings.clientAuthentication();
    }

    /** A form of an OAuth endpoint, with the credentials in it where they do not go into the header. */
    String form(Map<String, String> fields) {
        Map<String, String> form = new LinkedHashMap<>(fields);
        if (method == AituSettings.ClientAuthentication.POST) {
            form.put("client_id", id);
            form.put("client_secret", secret.text());
        }
        return form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** {@code Authorization} of an OAuth endpoint: id and secret are form-urlencoded first (RFC 6749 §2.3.1). */
    Optional<String> oauthHeader() {
        return method == AituSettings.ClientAuthentication.BASIC
                ? Optional.of(basic(encoded(id), encoded(secret.text()))) : Optional.empty();
    }

    /** {@code Authorization} of a method that is no OAuth endpoint: plain HTTP Basic (RFC 7617). */
    String plainHeader() {
        return basic(id, secret.text());
    }

    private static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
