package io.eidroutes.http;

import java.io.IOException;

/** An answer that came but cannot be taken: too long, wrongly compressed, or not HTTP. Says nothing of its content. */
public final class UnreadableAnswer extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableAnswer(String why) {
        super(why);
    }
}
