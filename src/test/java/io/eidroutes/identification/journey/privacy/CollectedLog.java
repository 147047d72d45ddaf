package io.eidroutes.identification.journey.privacy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** All that is logged while it is open, ours from DEBUG on: text, exceptions, and what stands around them. */
final class CollectedLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("io.eidroutes");
    private final Level before = ours.getLevel();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    static CollectedLog open() {
        CollectedLog log = new CollectedLog();
        log.setContext(log.root.getLoggerContext());
        log.start();
        log.ours.setLevel(Level.DEBUG);
        log.root.addAppender(log);
        return log;
    }

    @Override
    protected void append(ILoggingEvent event) {
        lines.add(String.join(" ", event.getLevel().toString(), event.getThreadName(), event.getLoggerName(),
                event.getFormattedMessage(), event.getMDCPropertyMap().toString(),
                ThrowableProxyUtil.asString(event.getThrowableProxy())));
    }

    String text() {
        return String.join("\n", lines);
    }

    @Override
    public void close() {
        root.detachAppender(this);
        ours.setLevel(before);
        stop();
    }
}
