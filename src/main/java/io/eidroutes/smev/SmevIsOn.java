package io.eidroutes.smev;

import io.eidroutes.GivenSetting;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** СМЭВ, and with it the consent job, is on where {@code eid.smev.endpoint} is set; without it nothing of it is there. */
public final class SmevIsOn implements Condition {

    /** Whether these settings switch the job on. */
    public static boolean in(Environment settings) {
        return GivenSetting.in(settings, "eid.smev.endpoint");
    }

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return in(context.getEnvironment());
    }
}
