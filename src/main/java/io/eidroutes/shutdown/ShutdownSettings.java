package io.eidroutes.shutdown;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the application ends.
 *
 * @param notice how long it says that it is not ready, and goes on working, before the doors close
 */
@Validated
@ConfigurationProperties("eid.shutdown")
public record ShutdownSettings(@DefaultValue("5s") @NotNull Duration notice) {
}
