package io.eidroutes.privacy;

/** The keys cannot be used. The message is one sentence for the operator; it never quotes the file. */
public final class UnusableKeyset extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableKeyset(String sentence) {
        super(sentence);
    }
}
