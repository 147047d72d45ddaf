package io.eidroutes.identification;

import io.eidroutes.GivenSetting;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The identification job is on where {@code eid.aitu.base} is set; without it nothing of it is there. */
public final class IdentificationIsOn implements Condition {

    /** Whether these settings switch the job on. */
    public static boolean in(Environment settings) {
        return GivenSetting.in(settings, "eid.aitu.base");
    }

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return in(context.getEnvironment());
    }
}
