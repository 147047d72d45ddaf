package io.eidroutes.file;

import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Erases answers that nobody took away, and what was refused, when their time is over. */
final class FolderSweep {

    private static final Logger LOG = LoggerFactory.getLogger(FolderSweep.class);

    private final Folders folders;
    private final Clock clock;

    FolderSweep(Folders folders, Clock clock) {
        this.folders = folders;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void erase() {
        folders.retentions().forEach((folder, keep) -> {
            try {
                int erased = folder.erase(clock.instant().minus(keep));
                if (erased > 0) {
                    LOG.info("Over their time: {} files of answers or of what was refused", erased);
                }
            } catch (UncheckedIOException | DirectoryIteratorException e) {
                LOG.error("A folder could not be looked through: {}", e.getCause().getClass().getName());
            }
        });
    }
}
