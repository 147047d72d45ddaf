package io.eidroutes.simulator;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** What the application misreads, the stand-ins must not misread with it. */
class SimulatorIndependenceTest {

    @Test
    void whenAStandInIsWrittenThenItUsesNothingOfTheApplication() {
        noClasses().that().haveNameNotMatching(".*\\.Demonstration")
                .should().dependOnClassesThat(resideInAPackage("io.eidroutes..")
                        .and(not(resideInAPackage("io.eidroutes.simulator.."))))
                .check(new ClassFileImporter().importPackages("io.eidroutes.simulator"));
    }
}
