package io.eidroutes.alert;

import io.eidroutes.delivery.DeliverySettings;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * The settings {@code eid.alerts}: where alerts go, and how many at the most.
 *
 * @param operator      where alerts for the operator go
 * @param security      where alerts for the security officer go
 * @param window        for how long further failures of one code are counted before one message says how many
 * @param mostPerMinute messages of a channel within any minute; what there is more goes as one message
 * @param retryFirst    pause before a message is tried again that was not taken; it doubles with each
 * @param retryMost     longest of these pauses
 */
@ConfigurationProperties("eid.alerts")
public record AlertSettings(
        @DefaultValue Channel operator,
        @DefaultValue Channel security,
        @DefaultValue("5m") Duration window,
        @Name("most-per-minute") @DefaultValue("10") int mostPerMinute,
        @Name("retry-first") @DefaultValue("1s") Duration retryFirst,
        @Name("retry-most") @DefaultValue("5m") Duration retryMost) {

    public AlertSettings {
        require(window.compareTo(Duration.ofSeconds(1)) >= 0, "eid.alerts.window must be at least a second");
        require(mostPerMinute >= 1, "eid.alerts.most-per-minute must be at least 1");
        require(retryFirst.toMillis() >= 1 && retryMost.compareTo(retryFirst) >= 0,
                "eid.alerts: retry-first must be positive and retry-most not less");
    }

    Channel channel(AlertChannel channel) {
        return switch (channel) {
            case OPERATOR -> operator;
            case SECURITY -> security;
        };
    }

    /** The queues that alerts are put on. */
    public Set<String> queues() {
        return Stream.of(operator, security).flatMap(channel -> channel.queue().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Where the alerts of a channel go: to both where both are set, and nowhere but to the log where neither is.
     *
     * @param queue   the name of a JMS queue
     * @param webhook signed as the clients' are; null where none is set, since Spring binds no Optional of a record: ask
     *                {@link #recipient}
     */
    public record Channel(Optional<String> queue, DeliverySettings.Webhook webhook) {

        public Channel {
            queue = queue == null ? Optional.empty() : queue.filter(name -> !name.isBlank());
        }

        Optional<DeliverySettings.Webhook> recipient() {
            return Optional.ofNullable(webhook);
        }
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
