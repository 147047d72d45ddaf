package io.eidroutes.store;

import java.util.Optional;
import java.util.UUID;

/** The id of something stored, as a caller gives it. */
public final class GivenId {

    private GivenId() {
    }

    /** @return nothing where it is no UUID, and so the id of nothing */
    public static Optional<UUID> of(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
