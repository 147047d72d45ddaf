package io.eidroutes.smev;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.spi.ScheduledPollConsumerScheduler;
import org.apache.camel.support.service.ServiceSupport;

/**
 * When one of the pollers of СМЭВ's queue, which are Competing Consumers, starts. The first one does soon after a claim was
 * sent, since an answer can be expected then, and from poll to poll that brings nothing with a pause that is half as
 * long again, up to {@code eid.smev.poll-idle}. A poll that brings something is followed at once by the next; that is the
 * consumer's own doing. Each other poller comes when one finds the queue full, and by itself only now and then.
 */
public final class PollSchedule extends ServiceSupport implements ScheduledPollConsumerScheduler {

    private final long afterSend;
    private final long idle;

    private CamelContext camelContext;
    private Optional<ScheduledExecutorService> executor = Optional.empty();
    private Optional<ScheduledFuture<?>> next = Optional.empty();
    private Optional<Runnable> task = Optional.empty();
    private long pause;
    private int found;

    /**
     * @param afterSend pause between a sending and the first poll; where it is longer than the other, that one holds
     * @param idle      the longest pause
     */
    PollSchedule(Duration afterSend, Duration idle) {
        this(idle, afterSend, idle);
    }

    /** @param first pause before the first poll */
    PollSchedule(Duration first, Duration afterSend, Duration idle) {
        this.idle = idle.toMillis();
        this.afterSend = Math.min(afterSend.toMillis(), this.idle);
        this.pause = first.toMillis();
    }

    /** A claim was sent. */
    public synchronized void soon() {
        pause = afterSend;
        if (cancelIfLaterThan(afterSend)) {
            schedule();
        }
    }

    /** There is more in the queue than one poller takes: it polls at once, unless it does already. */
    synchronized boolean now() {
        boolean rests = cancelIfLaterThan(0);
        if (rests) {
            schedule(0);
        }
        return rests;
    }

    /** This poller found something; true where that is not the first since it began, so that there may be more. */
    synchronized boolean foundAgain() {
        return ++found > 1;
    }

    /** @return false if the next poll starts within this time, or is under way */
    private boolean cancelIfLaterThan(long millis) {
        return next.filter(poll -> poll.getDelay(TimeUnit.MILLISECONDS) > millis).filter(poll -> poll.cancel(false)).isPresent();
    }

    private void poll() {
        begin();
        try {
            task.ifPresent(Runnable::run);
        } finally {
            schedule();
        }
    }

    private synchronized void begin() {
        found = 0;
    }

    private synchronized void schedule(long delay) {
        next = executor.filter(threads -> !threads.isShutdown())
                .map(threads -> threads.schedule(this::poll, delay, TimeUnit.MILLISECONDS));
    }

    private synchronized void schedule() {
        schedule(pause);
        // Of no pause at all half as much again would be none for ever, and of a millisecond one.
        pause = Math.min(Math.max(pause + pause / 2, pause + 1), idle);
    }

    @Override
    public void onInit(Consumer consumer) {
        // Nothing of the consumer's settings counts here.
    }

    @Override
    public synchronized void scheduleTask(Runnable poll) {
        task = Optional.of(poll);
    }

    @Override
    public synchronized void unscheduleTask() {
        next.ifPresent(poll -> poll.cancel(false));
        next = Optional.empty();
    }

    @Override
    public synchronized void startScheduler() {
        if (!isSchedulerStarted()) {
            schedule();
        }
    }

    @Override
    public synchronized boolean isSchedulerStarted() {
        return next.filter(poll -> !poll.isDone()).isPresent();
    }

    @Override
    protected synchronized void doStart() {
        executor = Optional.of(camelContext.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "poll-smev"));
    }

    @Override
    protected void doStop() {
        // Waited for without the lock: a poll under way takes it to schedule its next, of which there is none any more.
        release().ifPresent(threads -> camelContext.getExecutorServiceManager().shutdownGraceful(threads));
    }

    private synchronized Optional<ScheduledExecutorService> release() {
        unscheduleTask();
        Optional<ScheduledExecutorService> released = executor;
        executor = Optional.empty();
        return released;
    }

    @Override
    public CamelContext getCamelContext() {
        return camelContext;
    }

    @Override
    public void setCamelContext(CamelContext context) {
        camelContext = context;
    }
}
