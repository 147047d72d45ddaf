package io.eidroutes.identification.provider;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Answers that do not end by themselves. Each ends when the other side hangs up. */
final class Endless {

    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private Endless() {
    }

    static void silence(FakeProvider.Asked asked, OutputStream out) throws IOException {
        pause(TimeUnit.SECONDS.toMillis(60));
    }

    static void trickleOfBody(FakeProvider.Asked asked, OutputStream out) throws IOException {
        write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
        trickle(out);
    }

    static void trickleOfHead(FakeProvider.Asked asked, OutputStream out) throws IOException {
        write(out, "HTTP/1.1 200 OK\r\nX-Slow: ");
        trickle(out);
    }

    /** As fast as they are taken. */
    static void chunks(FakeProvider.Asked asked, OutputStream out) throws IOException {
        write(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        while (true) {
            write(out, "2000\r\n" + "x".repeat(0x2000) + "\r\n");
        }
    }

    private static void trickle(OutputStream out) throws IOException {
        while (true) {
            write(out, "x");
            pause(50);
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static void pause(long millis) throws IOException {
        try {
            NEVER.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IOException("interrupted");
        }
    }
}
