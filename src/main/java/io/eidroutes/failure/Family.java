package io.eidroutes.failure;

/** Where a failure comes from. Each family has a router of its own under {@code routes/failure/}. */
public enum Family {
    AITU_AUTHORIZATION("aitu-authorization"),
    AITU_TOKEN("aitu-token"),
    ID_TOKEN("id-token"),
    COID("coid"),
    ESIA("esia"),
    SMEV_REJECTION("smev-rejection"),
    SMEV_FAULT("smev-fault"),
    VALIDATION("validation"),
    TRANSPORT("transport");

    private final String label;

    Family(String label) {
        this.label = label;
    }

    /** The name used in routes, metrics and problem documents, for instance {@code smev-fault}. */
    public String label() {
        return label;
    }

    @Override
    public String toString() {
        return label;
    }
}
