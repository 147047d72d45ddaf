package io.eidroutes.desk;

import java.util.List;

/** A place where what could not be brought to its end is kept for an operator. */
public interface DeadLetters {

    /** What the place is called in the operator's URLs, for instance {@code jms}: letters, digits and hyphens. */
    String place();

    /** At most so many of them, those that came first coming first. */
    List<DeadLetter> list(int max);

    /** Puts one back where it came from, to be tried anew; false if it is not there any more. */
    boolean putBack(String id);

    /** Forgets one; false if it is not there any more. */
    boolean drop(String id);
}
