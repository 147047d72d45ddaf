package io.eidroutes.failure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.model.ChoiceDefinition;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/**
 * Notes which branches of routes were taken by what came through a front door of the application that a test runs, for
 * {@link ReachedBranchesIT}. One line a branch, with the test that was running, in a file of this process.
 *
 * <p>A front door is an HTTP call, one that is refused before any route among them, a file, a message, a poll of СМЭВ, or
 * work that the application had stored and takes up again. What a test sends to a route in the middle does not count, and neither does a failure that a stand-in inside the
 * application made up: it says so by {@link #STAND_IN}.
 */
public final class ReachedBranches implements InterceptStrategy {

    /** The property of an exchange whose failure comes from a stand-in in the place of a route. */
    public static final String STAND_IN = "failureOfAStandIn";

    /** Set by the build, one value a run: what an earlier run has reached is no proof. */
    static final String RUN = "run.id";

    /** Where the application's dispatchers and its management endpoints hand over what is stored. */
    private static final Set<String> STORED_WORK = Set.of("direct://send", "direct://expire", "direct://deliver-answer",
            "direct://release-answer", "direct://refuse-answer", "direct://obtain-person", "direct://deliver",
            "direct://expire-identification");

    private final Set<String> reached = ConcurrentHashMap.newKeySet();
    private volatile String test = "the start";

    /** Where the notes of a run are. */
    static Path folder(String run) {
        return Path.of("target", "reached-branches", run);
    }

    void during(String testName) {
        test = testName;
    }

    @Override
    public Processor wrapProcessorInInterceptors(CamelContext context, NamedNode definition, Processor target, Processor next) {
        return branchThatBeginsWith(definition).<Processor>map(branch -> new DelegateAsyncProcessor(target) {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                note(branch, exchange);
                return super.process(exchange, callback);
            }
        }).orElse(target);
    }

    /** Steps of a branch know the choice as their parent, not the branch. */
    private static Optional<String> branchThatBeginsWith(NamedNode step) {
        if (!(step.getParent() instanceof ChoiceDefinition choice)) {
            return Optional.empty();
        }
        return Stream.concat(choice.getWhenClauses().stream(), Stream.ofNullable(choice.getOtherwise()))
                .filter(branch -> !branch.getOutputs().isEmpty() && branch.getOutputs().get(0) == step)
                .map(NamedNode::getId).findFirst();
    }

    private void note(String branch, Exchange exchange) {
        if (!reached.contains(branch) && cameThroughAFrontDoor(exchange) && reached.add(branch)) {
            write(branch + " " + test + "\n");
        }
    }

    private static boolean cameThroughAFrontDoor(Exchange exchange) {
        Endpoint from = exchange.getFromEndpoint();
        return exchange.getProperty(STAND_IN) == null && from != null
                && (!from.getEndpointUri().startsWith("direct:") || STORED_WORK.contains(from.getEndpointUri())
                        || DoorTreatments.JOB.equals(exchange.getVariable("job")));
    }

    private static void write(String line) {
        String run = System.getProperty(RUN);
        if (run == null) {
            return;
        }
        try {
            Files.createDirectories(folder(run));
            Files.writeString(folder(run).resolve(ProcessHandle.current().pid() + ".txt"), line,
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
