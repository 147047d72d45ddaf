package io.eidroutes.broker;

import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The embedded broker.
 *
 * @param acceptor TCP address at which the embedded broker can be reached from other processes, for instance
 *                 {@code tcp://127.0.0.1:61616}; none by default, and then only this process reaches it
 */
@ConfigurationProperties("eid.broker")
public record BrokerSettings(Optional<String> acceptor) {

    public BrokerSettings {
        acceptor = acceptor.filter(address -> !address.isBlank());
        if (acceptor.isPresent() && !acceptor.get().startsWith("tcp://")) {
            throw new IllegalArgumentException("eid.broker.acceptor must begin with tcp://");
        }
    }
}
