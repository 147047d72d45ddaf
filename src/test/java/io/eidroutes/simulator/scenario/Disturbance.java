package io.eidroutes.simulator.scenario;

import java.util.Map;

/**
 * What can go wrong with any HTTP answer. A number left out is 0, a text empty; each then has the meaning its record tells.
 */
public sealed interface Disturbance extends Effect {

    /** Their names in JSON. */
    Map<String, Class<? extends Effect>> NAMES = Map.of("http", Http.class, "slow", Slow.class, "trickle", Trickle.class,
            "huge", Huge.class, "redirect", Redirect.class, "close", Close.class, "replace", Replace.class,
            "header", Header.class);

    /** Whether the call is worked on before its answer goes wrong: a code is used up then, although nobody learns so. */
    default boolean afterWork() {
        return true;
    }

    /**
     * Another answer. Status 200 with its default body is the answer that is not JSON.
     *
     * @param status      0: 500
     * @param body        empty: an HTML page
     * @param contentType empty: text/html
     */
    record Http(int status, String body, String contentType, boolean afterWork) implements Disturbance {
        public Http {
            status = status == 0 ? 500 : status;
            body = body == null || body.isEmpty() ? "<html><body><h1>" + status + "</h1></body></html>" : body;
            contentType = contentType == null || contentType.isEmpty() ? "text/html" : contentType;
        }

        /** In front of any work. */
        public static Http status(int status) {
            return new Http(status, "", "", false);
        }

        /** 200 with that JSON instead of the right one. */
        public static Http json(String body) {
            return new Http(200, body, "application/json", true);
        }
    }

    /** The answer is held back this long. */
    record Slow(long millis) implements Disturbance {
    }

    /** The body comes byte by byte, with so long a pause before each. */
    record Trickle(long millis) implements Disturbance {
    }

    /**
     * The right JSON object with a member {@code padding} more.
     *
     * @param bytes of the padding; 0: 12 Mi, more than any answer may have
     * @param gzip  as {@code Content-Encoding: gzip}: little on the wire
     */
    record Huge(int bytes, boolean gzip) implements Disturbance {
        public Huge {
            bytes = bytes == 0 ? 12 * 1024 * 1024 : bytes;
        }
    }

    /**
     * A redirect instead of the answer.
     *
     * @param status   0: 307, with which a client that follows sends everything again
     * @param location empty: a path of the stand-in's that counts who follows
     */
    record Redirect(int status, String location) implements Disturbance {
        public Redirect {
            status = status == 0 ? 307 : status;
            location = location == null ? "" : location;
        }

        @Override
        public boolean afterWork() {
            return false;
        }
    }

    /** The connection breaks. */
    record Close(Moment moment) implements Disturbance {
        /** When it breaks; BEFORE_READING cannot depend on the text of the call. */
        public enum Moment { BEFORE_READING, BEFORE_WORK, AFTER_WORK, MID_ANSWER }

        public Close {
            moment = moment == null ? Moment.AFTER_WORK : moment;
        }

        @Override
        public boolean afterWork() {
            return moment == Moment.AFTER_WORK || moment == Moment.MID_ANSWER;
        }
    }

    /** Each occurrence of a text in the right answer becomes another one. */
    record Replace(String text, String by) implements Disturbance {
        public Replace {
            if (text == null || text.isEmpty() || by == null) {
                throw new IllegalArgumentException("replace needs text and by");
            }
        }
    }

    /** A header of the right answer has another value. */
    record Header(String name, String value) implements Disturbance {
        public Header {
            if (name == null || value == null) {
                throw new IllegalArgumentException("header needs name and value");
            }
        }
    }
}
