package io.eidroutes.consent.mapping;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A compiled file that follows edits of the file and of every file it includes, without a restart. They are looked at
 * most once a second, and only when somebody asks. When an edit does not compile, the last good one stays in use.
 *
 * @param <T> what the file compiles to; used by many threads at once
 */
final class LastGood<T> {

    private static final Logger LOG = LoggerFactory.getLogger(LastGood.class);
    private static final long PAUSE_NANOS = 1_000_000_000L;

    private final MappingFolder folder;
    private final String name;
    private final Compilation<T> compilation;
    private final LongSupplier nanoTime;
    private final ReentrantLock checking = new ReentrantLock();
    private volatile T good;
    private volatile long checkedAt;
    private Map<String, MappingFolder.Stamp> stamps = Map.of();

    /** Turns the file into what is used. */
    interface Compilation<T> {
        T compile(Reading reading) throws NotCompiled;
    }

    /** The folder as one compilation sees it: what it reads is what is watched from then on. */
    static final class Reading {
        private final MappingFolder folder;
        private final Map<String, MappingFolder.Stamp> read = new LinkedHashMap<>();

        private Reading(MappingFolder folder) {
            this.folder = folder;
        }

        byte[] read(String file) throws IOException {
            // The stamp first: an edit in between is then seen at the next look.
            read.put(file, folder.stamp(file));
            return folder.read(file);
        }
    }

    /** Why a file does not compile, as far as it may be logged: where, and the code of the error; none of the text. */
    static final class NotCompiled extends Exception {
        private static final long serialVersionUID = 1L;

        NotCompiled(String place) {
            super(place, null, false, false);
        }
    }

    LastGood(MappingFolder folder, String name, Compilation<T> compilation, LongSupplier nanoTime) {
        this.folder = folder;
        this.name = name;
        this.compilation = compilation;
        this.nanoTime = nanoTime;
        this.checkedAt = nanoTime.getAsLong();
        try {
            this.good = compile();
        } catch (NotCompiled e) {
            throw new IllegalStateException("The mapping file " + name + " does not compile: " + e.getMessage());
        }
    }

    T current() {
        if (nanoTime.getAsLong() - checkedAt >= PAUSE_NANOS && checking.tryLock()) {
            try {
                checkedAt = nanoTime.getAsLong();
                if (isEdited()) {
                    replace();
                }
            } finally {
                checking.unlock();
            }
        }
        return good;
    }

    private void replace() {
        try {
            good = compile();
            LOG.info("The mapping file {} was edited and is in use", name);
        } catch (NotCompiled e) {
            LOG.error("The mapping file {} was edited and does not compile: {}. The version from before stays in use",
                    name, e.getMessage());
        }
    }

    private T compile() throws NotCompiled {
        Reading reading = new Reading(folder);
        try {
            return compilation.compile(reading);
        } finally {
            stamps = reading.read;
        }
    }

    private boolean isEdited() {
        for (Map.Entry<String, MappingFolder.Stamp> file : stamps.entrySet()) {
            try {
                if (!folder.stamp(file.getKey()).equals(file.getValue())) {
                    return true;
                }
            } catch (IOException e) {
                return true;
            }
        }
        return false;
    }
}
