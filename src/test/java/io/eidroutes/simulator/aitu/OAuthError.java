package io.eidroutes.simulator.aitu;

/** A refusal as OAuth has it. */
final class OAuthError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String error;

    OAuthError(int status, String error, String description) {
        super(description);
        this.status = status;
        this.error = error;
    }

    static OAuthError badRequest(String error, String description) {
        return new OAuthError(400, error, description);
    }

    int status() {
        return status;
    }

    String error() {
        return error;
    }
}
