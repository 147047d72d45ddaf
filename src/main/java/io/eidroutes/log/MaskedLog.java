package io.eidroutes.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/** Puts the {@link Mask} over every line, in whatever form and wherever it is written. */
public final class MaskedLog implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    /** Once the log stands. */
    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER + 1;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent prepared) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext log) {
            mask(log.getLogger(Logger.ROOT_LOGGER_NAME));
        }
    }

    private static void mask(ch.qos.logback.classic.Logger root) {
        List<Appender<ILoggingEvent>> appenders = new ArrayList<>();
        root.iteratorForAppenders().forEachRemaining(appenders::add);
        for (Appender<ILoggingEvent> appender : appenders) {
            if (!(appender instanceof Masking)) {
                root.detachAppender(appender);
                root.addAppender(over(appender));
            }
        }
    }

    /** Writes to that appender what the mask leaves. */
    static Appender<ILoggingEvent> over(Appender<ILoggingEvent> appender) {
        Masking masking = new Masking(appender);
        masking.setContext(appender.getContext());
        masking.setName(appender.getName());
        masking.start();
        return masking;
    }

    private static final class Masking extends UnsynchronizedAppenderBase<ILoggingEvent> {

        private final Appender<ILoggingEvent> written;

        private Masking(Appender<ILoggingEvent> written) {
            this.written = written;
        }

        @Override
        protected void append(ILoggingEvent event) {
            String message = Mask.over(event.getFormattedMessage());
            boolean harmless = event.getThrowableProxy() == null && message.equals(event.getFormattedMessage());
            written.doAppend(harmless ? event : new MaskedEvent(event, message));
        }

        @Override
        public void stop() {
            written.stop();
            super.stop();
        }
    }
}
