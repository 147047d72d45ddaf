package io.eidroutes.log;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.Optional;
import java.util.stream.Stream;

/** A thrown exception whose words, and those of its causes, are masked. */
record MaskedThrowable(IThrowableProxy thrown) implements IThrowableProxy {

    @Override
    public String getMessage() {
        return Mask.over(thrown.getMessage());
    }

    @Override
    public String getClassName() {
        return thrown.getClassName();
    }

    @Override
    public StackTraceElementProxy[] getStackTraceElementProxyArray() {
        return thrown.getStackTraceElementProxyArray();
    }

    @Override
    public int getCommonFrames() {
        return thrown.getCommonFrames();
    }

    @Override
    public IThrowableProxy getCause() {
        return Optional.ofNullable(thrown.getCause()).map(MaskedThrowable::new).orElse(null);
    }

    @Override
    public IThrowableProxy[] getSuppressed() {
        return Stream.of(thrown.getSuppressed()).map(MaskedThrowable::new).toArray(IThrowableProxy[]::new);
    }

    @Override
    public boolean isCyclic() {
        return thrown.isCyclic();
    }
}
