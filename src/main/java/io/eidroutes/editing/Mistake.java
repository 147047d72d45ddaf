package io.eidroutes.editing;

import java.nio.file.Path;
import java.util.Comparator;

/**
 * What is wrong in a route file, in one sentence.
 *
 * @param line from 1
 */
record Mistake(Path file, int line, String sentence) implements Comparable<Mistake> {

    private static final Comparator<Mistake> ORDER =
            Comparator.comparing(Mistake::file).thenComparingInt(Mistake::line).thenComparing(Mistake::sentence);

    @Override
    public int compareTo(Mistake other) {
        return ORDER.compare(this, other);
    }

    /** {@code file:line: sentence}, as compilers write it and editors find it. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + sentence;
    }

    /** A mistake after which the rest of the file cannot be read. */
    static final class Found extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Mistake mistake;

        Found(Mistake mistake) {
            super(mistake.toString());
            this.mistake = mistake;
        }

        Mistake mistake() {
            return mistake;
        }
    }
}
