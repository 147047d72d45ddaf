package io.eidroutes.http;

import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.Supplier;

/** Reads another system's HTTP answer: bounded in size and in time as a whole, so that a trickle ends too. */
public final class BoundedAnswer {

    private static final int CHUNK = 8192;

    private final int maxBytes;
    private final Duration deadline;
    private final Supplier<Failure> tooLong;

    /**
     * @param maxBytes most bytes of the body
     * @param deadline most time for the body as a whole
     * @param tooLong  the failure that a longer body is
     */
    public BoundedAnswer(int maxBytes, Duration deadline, Supplier<Failure> tooLong) {
        this.maxBytes = maxBytes;
        this.deadline = deadline;
        this.tooLong = tooLong;
    }

    /** @throws Failure transport {@code read-timeout}, or the one for a body that is too long */
    public byte[] read(InputStream stream) throws IOException {
        long end = System.nanoTime() + deadline.toNanos();
        ByteArrayOutputStream read = new ByteArrayOutputStream(CHUNK);
        byte[] chunk = new byte[CHUNK];
        for (int n = stream.read(chunk); n >= 0; n = stream.read(chunk)) {
            read.write(chunk, 0, n);
            if (read.size() > maxBytes) {
                throw tooLong.get();
            }
            if (System.nanoTime() - end > 0) {
                throw Failure.of(Family.TRANSPORT, "read-timeout");
            }
        }
        return read.toByteArray();
    }
}
