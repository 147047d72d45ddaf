package io.eidroutes.privacy;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * {@code eid.privacy}: how personal data are kept.
 *
 * @param keyset where the keys are: a path of the file system, or a Spring resource location such as {@code file:} and
 *               {@code classpath:}. The format is that of {@link KeysetFile}. Required; there is no default
 */
@Validated
@ConfigurationProperties("eid.privacy")
public record PrivacySettings(@NotBlank(message = MISSING) String keyset) {

    static final String MISSING =
            "it must name the file with the keys for personal data; make one with --new-keyset FILE";
}
