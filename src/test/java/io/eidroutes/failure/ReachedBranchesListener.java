package io.eidroutes.failure;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Tells {@link ReachedBranches} which test runs, so that its notes say where a branch is proven. */
final class ReachedBranchesListener implements TestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext test) {
        if (test.hasApplicationContext()) {
            test.getApplicationContext().getBean(ReachedBranches.class)
                    .during(test.getTestClass().getSimpleName() + "." + test.getTestMethod().getName());
        }
    }
}
