package io.eidroutes.broker;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The broker is reached by AMQP 1.0 where the URL of {@code spring.artemis.broker-url} says so. */
final class SpeaksAmqp implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return context.getEnvironment().getProperty("spring.artemis.broker-url", "").matches("(failover:\\()?amqps?:.*");
    }
}
