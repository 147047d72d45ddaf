package io.eidroutes.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The HTTP door.
 *
 * @param maxBodyBytes     the longest request body that is read, in bytes; a longer one is refused with 413
 * @param retryAfter       what 429 and 503 advise in {@code Retry-After}, in whole seconds
 * @param answeringThreads threads that write the answers of callers who waited; waiting itself takes none
 */
@Validated
@ConfigurationProperties("eid.http")
public record HttpSettings(
        @DefaultValue("1048576") @Min(1024) @Max(104857600) int maxBodyBytes,
        @DefaultValue("10s") @NotNull Duration retryAfter,
        @DefaultValue("4") @Min(1) @Max(64) int answeringThreads) {
}
