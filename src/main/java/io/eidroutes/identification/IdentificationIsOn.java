package io.eidroutes.identification;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The identification job is on where {@code eid.aitu.base} is set; without it nothing of it is there. */
public final class IdentificationIsOn implements Condition {

    /** Whether these settings switch the job on. */
    public static boolean in(Environment settings) {
        return !settings.getProperty("eid.aitu.base", "").isBlank();
    }

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return in(context.getEnvironment());
    }
}
