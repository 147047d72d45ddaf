package io.eidroutes.delivery;

import io.eidroutes.http.BreakerSettings;
import io.eidroutes.http.WebAddresses;
import io.eidroutes.store.LeaseDispatcher;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code eid.delivery}: how results and answers are brought to the clients that do not come for them.
 *
 * @param webhooks   by the client's name; a client without a channel fetches its results
 * @param queues     names of queues by the client's name
 * @param files      by the client's name the folder that its results of identifications are written to; a client has one
 *                   channel at most
 * @param filesKeep  how long a file stays in such a folder that nobody takes away
 * @param http       bounds of the calls
 * @param workers    deliveries at the same time
 * @param lease      for how long a node owns a delivery; afterwards another node may take it over
 * @param interval   how often the store is asked for work of which nobody told this node
 * @param retryFirst pause before the first retry; it doubles with each
 * @param retryMost  longest pause between retries
 * @param giveUp     how long a webhook is tried; what it should have got can still be fetched afterwards, until its own time is over
 */
@ConfigurationProperties("eid.delivery")
public record DeliverySettings(
        @DefaultValue Map<String, Webhook> webhooks,
        @DefaultValue Map<String, String> queues,
        @DefaultValue Map<String, String> files,
        @DefaultValue("7d") Duration filesKeep,
        @DefaultValue Http http,
        @DefaultValue BreakerSettings breaker,
        @DefaultValue("8") int workers,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("1s") Duration interval,
        @DefaultValue("1s") Duration retryFirst,
        @DefaultValue("5m") Duration retryMost,
        @DefaultValue("24h") Duration giveUp) {

    public DeliverySettings {
        webhooks = Map.copyOf(webhooks);
        queues = Map.copyOf(queues);
        files = Map.copyOf(files);
        require(queues.values().stream().noneMatch(String::isBlank), "eid.delivery.queues: a queue must have a name");
        require(Stream.of(webhooks, queues, files).flatMap(channel -> channel.keySet().stream()).distinct().count()
                        == webhooks.size() + queues.size() + files.size(),
                "eid.delivery: a client must have one channel, one of webhooks, queues or files");
        require(positive(filesKeep), "eid.delivery.files-keep must be positive");
        require(workers >= 1, "eid.delivery.workers must be at least 1");
        require(positive(interval) && positive(retryFirst) && positive(retryMost) && positive(giveUp),
                "the times of eid.delivery must be positive");
        require(lease.compareTo(http.connectTimeout().plus(http.deadline()).multipliedBy(2)) >= 0,
                "eid.delivery.lease must be at least twice as long as a call may take");
    }

    /** How much is delivered at a time. */
    public LeaseDispatcher.Pace pace() {
        return new LeaseDispatcher.Pace(workers, lease, interval);
    }

    /** Whether results are brought to anybody. */
    public boolean hasChannels() {
        return !webhooks.isEmpty() || !queues.isEmpty() || !files.isEmpty();
    }

    /** The one channel by which results are brought to that client; nothing where it comes for them. */
    public Optional<String> channelOf(String client) {
        if (webhooks.containsKey(client)) {
            return Optional.of(ReturnAddress.WEBHOOK);
        }
        if (queues.containsKey(client)) {
            return Optional.of(ReturnAddress.QUEUE);
        }
        return files.containsKey(client) ? Optional.of(ReturnAddress.FILE) : Optional.empty();
    }

    /**
     * Where a client takes its results, or somebody else what is meant for them.
     *
     * @param url    https, or http on this machine alone; nothing but this setting decides where a result goes
     * @param secret the key of the signature; at least 32 characters
     */
    public record Webhook(URI url, String secret) {

        private static final int SHORTEST_SECRET = 32;

        public Webhook {
            require(url != null && WebAddresses.isPrivate(url),
                    "the url must be https, or http on this machine, without a user or a fragment");
            require(secret != null && secret.length() >= SHORTEST_SECRET,
                    "the secret must have at least " + SHORTEST_SECRET + " characters");
        }

        /** Neither the secret nor what the URL may hold of one. */
        @Override
        public String toString() {
            return "Webhook[" + url.getHost() + "]";
        }
    }

    /**
     * Bounds of the calls.
     *
     * @param connectTimeout until a connection is free, and until it stands
     * @param deadline       until the answer is there as a whole
     * @param connections    connections in the pool
     */
    public record Http(
            @DefaultValue("3s") Duration connectTimeout,
            @DefaultValue("20s") Duration deadline,
            @DefaultValue("16") int connections) {

        public Http {
            require(positive(connectTimeout), "eid.delivery.http.connect-timeout must be positive");
            require(positive(deadline), "eid.delivery.http.deadline must be positive");
            require(connections >= 1, "eid.delivery.http.connections must be at least 1");
        }
    }

    private static boolean positive(Duration duration) {
        return duration.compareTo(Duration.ZERO) > 0;
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
