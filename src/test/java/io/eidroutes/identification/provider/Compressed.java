package io.eidroutes.identification.provider;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Answers with {@code Content-Encoding: gzip}. */
final class Compressed {

    private Compressed() {
    }

    static FakeProvider.Answer answer(byte[] body) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return FakeProvider.Answer.of(200, "Content-Type: application/json\r\nContent-Encoding: gzip\r\n", compressed.toByteArray());
    }
}
