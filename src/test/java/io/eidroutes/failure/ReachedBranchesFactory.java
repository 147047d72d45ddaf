package io.eidroutes.failure;

import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/** Puts {@link ReachedBranches} into each application that Spring's test framework starts; Camel finds it there. */
final class ReachedBranchesFactory implements ContextCustomizerFactory {

    @Override
    public ContextCustomizer createContextCustomizer(Class<?> test, List<ContextConfigurationAttributes> attributes) {
        return new Noting();
    }

    /** A record, since applications are shared by tests whose customizers are equal. */
    private record Noting() implements ContextCustomizer {
        @Override
        public void customizeContext(ConfigurableApplicationContext application, MergedContextConfiguration configuration) {
            application.getBeanFactory().registerSingleton("reachedBranches", new ReachedBranches());
        }
    }
}
