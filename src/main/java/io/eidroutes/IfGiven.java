package io.eidroutes;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** A configuration that is there where a setting is given; see {@link GivenSetting}. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(IfGiven.IsGiven.class)
public @interface IfGiven {

    /** The name of the setting. */
    String value();

    /** Asked by Spring. */
    final class IsGiven implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            Map<String, Object> attributes = metadata.getAnnotationAttributes(IfGiven.class.getName());
            return attributes != null && GivenSetting.in(context.getEnvironment(), attributes.get("value").toString());
        }
    }
}
