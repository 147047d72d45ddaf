package io.eidroutes.smev;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Gives a sign of life of this process' NodeID and polls those of silent ones in their place, one process a NodeID. It
 * leaves one when it is heard again; that both poll it for a moment does no harm, since an answer is known by its id.
 *
 * <p>A retry sends the very bytes of the first attempt, and the NodeID is in them: without this the answers to what a
 * dead node has sent would stay in СМЭВ's queue, whoever took its work over.
 */
final class SilentNodes implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SilentNodes.class);
    /** Signs of life within the time after which a node counts as silent, so that one which is late is not missed. */
    private static final int SIGNS = 4;
    /** Signs of life between two looks at what can be forgotten. */
    private static final int FORGET_EVERY = 40;

    private final NodeStore nodes;
    private final String own;
    private final Duration silence;
    private final String adopter = UUID.randomUUID().toString();
    private final Deque<String> round = new ArrayDeque<>();

    private volatile List<String> adopted = List.of();
    private volatile boolean running;
    private volatile CountDownLatch stopping = new CountDownLatch(1);
    private Thread thread;

    SilentNodes(NodeStore nodes, SmevSettings settings) {
        this.nodes = nodes;
        this.own = settings.nodeId().orElse("");
        this.silence = settings.adoptAfter();
    }

    /** The next NodeID to be polled in the place of a silent node; empty once each had its turn, and then it is time for a pause. */
    synchronized Optional<String> next() {
        round.retainAll(adopted);
        if (round.isEmpty()) {
            round.addAll(adopted);
            return Optional.empty();
        }
        return Optional.of(round.poll());
    }

    /** There was something in the queue of that NodeID: it has the next turn too. */
    synchronized void again(String nodeId) {
        round.addFirst(nodeId);
    }

    private void giveSigns() {
        for (int sign = 0; running; sign++) {
            try {
                nodes.heard(own, silence);
                take(nodes.adopt(adopter, silence));
                if (sign % FORGET_EVERY == 0) {
                    nodes.forget();
                }
            } catch (RuntimeException e) {
                LOG.error("No sign of life could be given: {}", e.getClass().getName());
                adopted = List.of();
            }
            try {
                stopping.await(silence.toMillis() / SIGNS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void take(List<String> now) {
        List<String> before = adopted;
        adopted = now;
        now.stream().filter(nodeId -> !before.contains(nodeId)).forEach(nodeId ->
                LOG.warn("NodeID \"{}\" is silent and polled here until it is heard", nodeId));
        before.stream().filter(nodeId -> !now.contains(nodeId)).forEach(nodeId ->
                LOG.info("NodeID \"{}\" is no longer polled here", nodeId));
    }

    @Override
    public void start() {
        running = true;
        stopping = new CountDownLatch(1);
        thread = new Thread(this::giveSigns, "signs-of-life");
        // A start that fails must end the process.
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        // Without an interrupt: H2 closes its file for everybody when a thread that reads it is interrupted.
        stopping.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
            if (!adopted.isEmpty()) {
                adopted = List.of();
                nodes.giveBack(adopter);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("Adopted NodeIDs are free when their leases end: {}", e.getClass().getName());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
