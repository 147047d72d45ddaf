package io.eidroutes.simulator.coid;

import io.eidroutes.simulator.scenario.Effect;
import java.util.Map;

/** What can go otherwise at the ЦОИД adapter in particular. */
public final class Effects {

    /** Their names in JSON. */
    static final Map<String, Class<? extends Effect>> NAMES = Map.of("shape", Answer.class, "coidError", CoidError.class);

    private Effects() {
    }

    /** An answer of another shape. */
    public record Answer(Shape shape) implements Effect {
        public Answer {
            if (shape == null) {
                throw new IllegalArgumentException("shape needs a shape");
            }
        }
    }

    /**
     * A refusal with that text.
     *
     * @param status 0: that of the settings
     */
    public record CoidError(int status, String message) implements Effect {
        public CoidError {
            if (message == null) {
                throw new IllegalArgumentException("coidError needs a message");
            }
        }
    }
}
