package io.eidroutes.broker;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The broker is reached by AMQP 1.0 where the URL of {@code spring.artemis.broker-url} says so. */
public final class SpeaksAmqp implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return speaks(context.getEnvironment().getProperty("spring.artemis.broker-url", ""));
    }

    /** Whether that URL does. */
    public static boolean speaks(String url) {
        return url.matches("(failover:\\()?amqps?:.*");
    }
}
