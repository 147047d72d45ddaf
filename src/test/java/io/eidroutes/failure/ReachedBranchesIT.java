package io.eidroutes.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every branch of {@code routes/failure} was taken in this test run by something that came through a front door, as
 * {@link ReachedBranches} noted it in the processes that ran the tests.
 *
 * <p>It speaks of the whole suite: with {@code -Dtest=…}, and outside of a build, it is skipped.
 */
class ReachedBranchesIT {

    /** Why a branch is there that nothing from outside can take. */
    private static final Map<String, String> OUT_OF_REACH = Map.of(
            "family-otherwise", "every family has its router",
            "id-token-otherwise", "all codes of the family are this system's own",
            "transport-otherwise", "all codes of the family are this system's own",
            "validation-otherwise", "all codes of the family are this system's own");

    @Test
    void whenTheSuiteHasRunThenEveryBranchWasReachedThroughAFrontDoor() throws IOException {
        String run = System.getProperty(ReachedBranches.RUN);
        assumeTrue(run != null && System.getProperty("test") == null, "only some of the tests were run");

        Set<String> missing = new TreeSet<>(branches());
        missing.removeAll(reached(ReachedBranches.folder(run)));

        assertThat(missing).as("branches that only seem to be out of reach").containsAll(OUT_OF_REACH.keySet());
        missing.removeAll(OUT_OF_REACH.keySet());
        assertThat(missing).as("branches that no test reached").isEmpty();
    }

    private static List<String> branches() {
        List<String> branches = FailureRoute.files().stream()
                .map(file -> FailureRoute.of(file.getFileName().toString().replace(".camel.yaml", "")))
                .flatMap(route -> route.branchIds().stream()).toList();
        assertThat(branches).hasSizeGreaterThan(100).doesNotHaveDuplicates().doesNotContain("");
        return branches;
    }

    private static Set<String> reached(Path folder) throws IOException {
        assertThat(folder).as("what the tests of this run noted").isDirectory();
        Set<String> reached = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                reached.addAll(Files.readAllLines(file).stream()
                        .map(line -> line.substring(0, line.indexOf(' '))).collect(Collectors.toSet()));
            }
        }
        return reached;
    }
}
