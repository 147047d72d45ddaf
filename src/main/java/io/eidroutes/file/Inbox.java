package io.eidroutes.file;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/**
 * Which files of an inbox are ready to be taken: those that did not change while they were watched for the settle time, by
 * our own clock. So writers may append, with pauses shorter than that, or give a file its name when it is complete. A file
 * that was handed out and is still there is handed out again after a pause, or once it has changed.
 */
public final class Inbox implements GenericFileFilter<File> {

    private static final Duration FORGET = Duration.ofMinutes(10);

    private final Path folder;
    private final long settle;
    private final long pause;
    private final LongSupplier clock;
    private final Map<String, Watched> watched = new ConcurrentHashMap<>();

    private volatile long forgotten;

    /** @param since when that state was seen first; @param after not before then */
    private record Watched(Fingerprint state, long since, long after) {
    }

    /**
     * @param settle how long a file must not have changed
     * @param pause  before a file that stayed is taken again
     */
    public Inbox(Folder folder, Duration settle, Duration pause) {
        this(folder.path(), settle, pause, System::nanoTime);
    }

    /** @param clock in nanoseconds, from any beginning, never backwards */
    Inbox(Path folder, Duration settle, Duration pause, LongSupplier clock) {
        this.folder = folder;
        this.settle = settle.toNanos();
        this.pause = pause.toNanos();
        this.clock = clock;
        this.forgotten = clock.getAsLong();
    }

    @Override
    public boolean accept(GenericFile<File> file) {
        return isReady(file.getFileNameOnly());
    }

    boolean isReady(String name) {
        forgetWhatIsGone();
        if (!isForUs(name)) {
            return false;
        }
        try {
            Optional<Fingerprint> state = Fingerprint.of(folder.resolve(name)).filter(found -> !found.folder());
            if (state.isEmpty()) {
                watched.remove(name);
                return false;
            }
            long now = clock.getAsLong();
            Watched seen = watched.compute(name, (key, before) -> before != null && before.state().equals(state.get())
                    ? before : new Watched(state.get(), now, now));
            return now - seen.since() >= settle && now - seen.after() >= 0;
        } catch (IOException e) {
            // It is looked at again with the next poll.
            return false;
        }
    }

    /** By the suffix alone: what is still being written has another name, or begins with a dot. */
    private static boolean isForUs(String name) {
        return !name.startsWith(".") && name.toLowerCase(Locale.ROOT).endsWith(FileDoor.SUFFIX);
    }

    /** That file is being worked on: should it stay, then not again before the pause is over. */
    void handedOut(String name) {
        long until = clock.getAsLong() + pause;
        watched.computeIfPresent(name, (key, seen) -> new Watched(seen.state(), seen.since(), until));
    }

    private void forgetWhatIsGone() {
        long now = clock.getAsLong();
        if (now - forgotten > FORGET.toNanos()) {
            forgotten = now;
            watched.keySet().removeIf(name -> !Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS));
        }
    }
}
