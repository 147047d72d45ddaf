package io.eidroutes.privacy;

/** A stored value cannot be decrypted. The message names the column, never the value. */
public final class Undecryptable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Undecryptable(String table, String column) {
        super("A stored value of " + table + "." + column + " cannot be decrypted: its key is missing from the keyset, "
                + "or the value was changed or moved.");
    }
}
