package io.eidroutes;

import org.springframework.context.SmartLifecycle;

/** Work of its own accord that needs the routes: it begins once they stand. Spring by itself would start it before them. */
public interface StartsOnceRoutesStand extends SmartLifecycle {

    @Override
    default boolean isAutoStartup() {
        return false;
    }
}
