package io.eidroutes;

import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What begins when. */
@Configuration(proxyBeanMethods = false)
class StartConfiguration {

    @Bean
    CamelContextConfiguration startOnceRoutesStand(ObjectProvider<StartsOnceRoutesStand> work) {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext camel) {
                // Nothing can be routed yet.
            }

            @Override
            public void afterApplicationStart(CamelContext camel) {
                work.forEach(StartsOnceRoutesStand::start);
            }
        };
    }
}
