package io.eidroutes.broker;

import org.springframework.boot.autoconfigure.jms.artemis.ArtemisConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What Spring Boot's embedded Artemis lacks: a door for other processes. */
@Configuration(proxyBeanMethods = false)
class BrokerConfiguration {

    @Bean
    ArtemisConfigurationCustomizer acceptor(BrokerSettings settings) {
        return broker -> {
            if (settings.acceptor().isPresent()) {
                try {
                    broker.addAcceptorConfiguration("tcp", settings.acceptor().get());
                } catch (Exception e) {
                    throw new IllegalArgumentException("eid.broker.acceptor is not an address that Artemis accepts", e);
                }
            }
        };
    }
}
