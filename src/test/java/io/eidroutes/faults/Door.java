package io.eidroutes.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** One of the ways to hand in a claim and to get its answer, as a caller who does not give up uses it. */
interface Door extends AutoCloseable {

    /**
     * Hands the claim in once, under a fixed key.
     *
     * @return whether it is acknowledged; if not, it is handed in again
     * @throws Exception nobody knows whether it arrived: it is handed in again
     */
    boolean submit(String key, ObjectNode claim) throws Exception;

    /**
     * The answer that this caller got, once it is there.
     *
     * @throws Exception it could not be asked for at the moment
     */
    Optional<String> answer(String key) throws Exception;

    /** How often answers came that had been there before. */
    default int repeated() {
        return 0;
    }

    @Override
    default void close() throws Exception {
        // Nothing is held.
    }
}
