package io.eidroutes.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who may call.
 *
 * @param clients by the name that the client authenticates with
 */
@Validated
@ConfigurationProperties("eid.access")
public record AccessSettings(@DefaultValue @Valid Map<String, Client> clients) {

    /**
     * One client.
     *
     * @param password     bcrypt hash of its password
     * @param jobs         what it may do: {@code consent}, {@code identification}
     * @param ogrns        the ОГРНs that it may claim consents for
     * @param routingCodes the routing codes that it may use
     * @param redirectUris where it had a browser or an application sent whose code it may have exchanged, each exactly
     * @param returnUrls   where it may have browsers sent after an identification, each exactly as it asks for it
     * @param verifiesPhones       its contract lets it verify phones itself
     * @param releaseWithoutTicket it gets results without a result ticket; only for one whose users cannot be lured
     */
    public record Client(
            @NotBlank @Pattern(regexp = "\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}", message = "must be a bcrypt hash")
            String password,
            @DefaultValue @NotNull Set<String> jobs,
            @DefaultValue @NotNull Set<String> ogrns,
            @DefaultValue @NotNull Set<String> routingCodes,
            @DefaultValue @NotNull Set<String> redirectUris,
            @DefaultValue @NotNull Set<String> returnUrls,
            @DefaultValue("false") boolean verifiesPhones,
            @DefaultValue("false") boolean releaseWithoutTicket) {

        public Client {
            if (!returnUrls.stream().allMatch(Client::isReturnUrl)) {
                throw new IllegalArgumentException("eid.access.clients: each of return-urls must be an absolute URL "
                        + "without a fragment; https, http on this machine, or an app's own scheme");
            }
        }

        private static boolean isReturnUrl(String text) {
            try {
                URI url = new URI(text);
                String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
                boolean here = url.getHost() != null && url.getHost().matches("localhost|127\\.[0-9.]+|\\[::1]");
                return !url.isOpaque() && url.getRawFragment() == null && url.getRawUserInfo() == null
                        && switch (scheme) {
                            case "https" -> url.getHost() != null;
                            case "http" -> here;
                            // An app's own scheme has a dot in it (RFC 8252 §7.1); this leaves javascript, data and the like out.
                            default -> scheme.indexOf('.') > 0;
                        };
            } catch (URISyntaxException e) {
                return false;
            }
        }
    }
}
