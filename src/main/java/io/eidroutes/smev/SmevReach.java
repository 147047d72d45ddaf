package io.eidroutes.smev;

import io.eidroutes.http.Breakers;

/** Whether СМЭВ can be reached, as far as the calls so far have shown. */
public final class SmevReach {

    private final Breakers breakers;
    private final String upstream;

    SmevReach(Breakers breakers, String upstream) {
        this.breakers = breakers;
        this.upstream = upstream;
    }

    /** Claims may be sent: the breaker is closed. Until then the pollers try, whose calls change nothing. */
    public boolean open() {
        return breakers.closed(upstream);
    }

    /** Runs that whenever СМЭВ can be reached again. */
    public void whenOpen(Runnable then) {
        breakers.whenClosed(upstream, then);
    }
}
