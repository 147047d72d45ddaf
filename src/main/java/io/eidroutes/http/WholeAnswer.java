package io.eidroutes.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;

/**
 * Brings the answer as a whole or not at all. One deadline stands over everything from the wait for a connection to the
 * last byte of the body: a socket's own timeout begins anew with each byte, so that a trickle would never end. The bound
 * of the body counts what comes out of decompression.
 */
final class WholeAnswer implements ExecChainHandler, AutoCloseable {

    private static final int CHUNK = 8192;

    private final Duration deadline;
    private final int maxBytes;
    private final ScheduledThreadPoolExecutor alarms;

    WholeAnswer(Duration deadline, int maxBytes) {
        this.deadline = deadline;
        this.maxBytes = maxBytes;
        this.alarms = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "http-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        alarms.setRemoveOnCancelPolicy(true);
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        AtomicBoolean over = new AtomicBoolean();
        Future<?> alarm = alarms.schedule(() -> {
            over.set(true);
            cancel(scope.originalRequest);
        }, deadline.toNanos(), TimeUnit.NANOSECONDS);
        try (ClassicHttpResponse answer = chain.proceed(request, scope)) {
            return whole(answer, scope.originalRequest);
        } catch (IOException | HttpException e) {
            if (over.get()) {
                throw new SocketTimeoutException("The answer was not complete in time");
            }
            if (e instanceof HttpException || e instanceof ZipException) {
                throw new UnreadableAnswer("The answer is no proper HTTP");
            }
            throw e;
        } finally {
            alarm.cancel(false);
        }
    }

    private ClassicHttpResponse whole(ClassicHttpResponse answer, ClassicHttpRequest request) throws IOException {
        BasicClassicHttpResponse whole = new BasicClassicHttpResponse(answer.getCode());
        HttpEntity entity = answer.getEntity();
        if (entity != null) {
            String type = entity.getContentType();
            whole.setEntity(new ByteArrayEntity(read(entity, request), type == null ? null : ContentType.parseLenient(type)));
            if (type != null) {
                whole.setHeader(HttpHeaders.CONTENT_TYPE, type);
            }
        }
        return whole;
    }

    private byte[] read(HttpEntity entity, ClassicHttpRequest request) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream(CHUNK);
        byte[] chunk = new byte[CHUNK];
        try (InputStream stream = entity.getContent()) {
            for (int n = stream.read(chunk); n >= 0; n = stream.read(chunk)) {
                if (read.size() + n > maxBytes) {
                    // Or to close the stream would be to read it to its end, if it has one.
                    cancel(request);
                    throw new UnreadableAnswer("The answer is longer than it may be");
                }
                read.write(chunk, 0, n);
            }
        }
        return read.toByteArray();
    }

    private static void cancel(ClassicHttpRequest request) {
        if (request instanceof Cancellable cancellable) {
            cancellable.cancel();
        }
    }

    @Override
    public void close() {
        alarms.shutdownNow();
    }
}
