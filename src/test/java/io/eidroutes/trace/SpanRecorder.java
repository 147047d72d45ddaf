package io.eidroutes.trace;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands where an exporter would: keeps the spans that were recorded. */
public final class SpanRecorder implements SpanProcessor {

    private final List<SpanData> ended = new CopyOnWriteArrayList<>();

    /** The names of the spans of a trace that have ended so far. */
    public List<String> names(String trace) {
        return ended.stream().filter(span -> span.getTraceId().equals(trace)).map(SpanData::getName).toList();
    }

    /** The spans of a trace that have ended so far. */
    public List<SpanData> spans(String trace) {
        return ended.stream().filter(span -> span.getTraceId().equals(trace)).toList();
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        // Only what has ended is of interest.
    }

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        ended.add(span.toSpanData());
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }
}
