package io.eidroutes.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
     */
    public record Client(
            @NotBlank @Pattern(regexp = "\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}", message = "must be a bcrypt hash")
            String password,
            @DefaultValue @NotNull Set<String> jobs,
            @DefaultValue @NotNull Set<String> ogrns,
            @DefaultValue @NotNull Set<String> routingCodes,
            @DefaultValue @NotNull Set<String> redirectUris) {
    }
}
