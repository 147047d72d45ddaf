package io.eidroutes.file;

import java.util.Objects;

/**
 * Why something was refused, as it is laid beside it.
 *
 * @param problem the problem document, in UTF-8
 * @param meta    JSON: by what the failure is found in the log, and who can act on it; nothing personal
 */
record Reason(byte[] problem, byte[] meta) {

    Reason {
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(meta, "meta");
    }
}
