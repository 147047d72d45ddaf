package io.eidroutes.http;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Executor;
import org.apache.camel.component.platform.http.PlatformHttpConstants;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** The HTTP door of the routes. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

    @Bean(PlatformHttpConstants.PLATFORM_HTTP_ENGINE_NAME)
    PlatformHttpEngine platformHttpEngine(ServerProperties server, HttpSettings settings) {
        int port = server.getPort() == null ? 8080 : server.getPort();
        return new AsynchronousHttpEngine(port, settings.maxBodyBytes());
    }

    /** Named in application.yaml as the header filter of platform-http. */
    @Bean
    HeaderFilterStrategy responseHeaders() {
        return new ResponseHeaders();
    }

    @Bean
    Breakers breakers(MeterRegistry meters) {
        return new Breakers(meters);
    }

    /** Answers callers who waited, so that the thread which brought the result goes on at once. */
    @Bean
    Executor answeringCallers(HttpSettings settings) {
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
        executor.setThreadNamePrefix("answer-");
        executor.setCorePoolSize(settings.answeringThreads());
        executor.setMaxPoolSize(settings.answeringThreads());
        // Those who wait when the application is told to stop are answered too.
        executor.setAcceptTasksAfterContextClose(true);
        executor.setWaitForTasksToCompleteOnShutdown(true);
        return executor;
    }
}
