package io.eidroutes.simulator.web;

/** A request that is answered with a bare HTTP status. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    /** @param message one plain sentence for the body */
    public Refusal(int status, String message) {
        super(message);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
