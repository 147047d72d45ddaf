package io.eidroutes.simulator.smev;

/**
 * How the stand-in behaves when all goes well.
 *
 * @param answerDelayMillis    from the acceptance of a request until its answer is in the queue
 * @param redeliverAfterMillis after which an answer without Ack is delivered again; СМЭВ's is about 15 minutes
 * @param messageIdLifeSeconds how old the time in a MessageID may be; СМЭВ's is 24 hours
 * @param xop                  answers come as multipart/related with an XOP root part
 * @param schema               of the answers ({@code 1.1}, {@code 1.2}, {@code 1.3}); empty: that of the request
 * @param style                prefixes of the answers
 * @param indented             white space between the elements of the answers; their signatures hold all the same
 * @param checkSignatures      false for load tests: signatures of requests are not verified
 * @param testMessages         which requests are taken, by their TestMessage
 * @param keepMessages         how many records of messages are kept; older ones survive as counts only
 */
public record Settings(long answerDelayMillis, long redeliverAfterMillis, long messageIdLifeSeconds, boolean xop,
                       String schema, Style style, boolean indented, boolean checkSignatures,
                       TestMessages testMessages, int keepMessages) {

    /** Which requests are taken. */
    public enum TestMessages { ANY, REQUIRED, FORBIDDEN }

    /** Refuses what cannot be. */
    public Settings {
        if (answerDelayMillis < 0 || redeliverAfterMillis < 0 || messageIdLifeSeconds < 0 || keepMessages < 1) {
            throw new IllegalArgumentException("times must not be negative, and one message at least is kept");
        }
        if (!schema.isEmpty()) {
            SmevSchema.ofVersion(schema);
        }
    }

    /** As the real СМЭВ, but quick to answer. */
    public static Settings standard() {
        return new Settings(100, 15 * 60_000L, 24 * 3600L, false, "", Style.CXF, false, true, TestMessages.ANY, 100_000);
    }

    /** The same with another delay of the answers. */
    public Settings withAnswerDelayMillis(long millis) {
        return new Settings(millis, redeliverAfterMillis, messageIdLifeSeconds, xop, schema, style, indented,
                checkSignatures, testMessages, keepMessages);
    }

    /** The same with another time until an answer without Ack comes again. */
    public Settings withRedeliverAfterMillis(long millis) {
        return new Settings(answerDelayMillis, millis, messageIdLifeSeconds, xop, schema, style, indented,
                checkSignatures, testMessages, keepMessages);
    }

    /** The same with another life of a MessageID. */
    public Settings withMessageIdLifeSeconds(long seconds) {
        return new Settings(answerDelayMillis, redeliverAfterMillis, seconds, xop, schema, style, indented,
                checkSignatures, testMessages, keepMessages);
    }

    /** The same with answers written otherwise. */
    public Settings withReplies(boolean multipart, String version, Style prefixes, boolean pretty) {
        return new Settings(answerDelayMillis, redeliverAfterMillis, messageIdLifeSeconds, multipart, version, prefixes,
                pretty, checkSignatures, testMessages, keepMessages);
    }

    /** The same with another demand on TestMessage. */
    public Settings withTestMessages(TestMessages taken) {
        return new Settings(answerDelayMillis, redeliverAfterMillis, messageIdLifeSeconds, xop, schema, style, indented,
                checkSignatures, taken, keepMessages);
    }

    /** The same with another number of kept records. */
    public Settings withKeepMessages(int most) {
        return new Settings(answerDelayMillis, redeliverAfterMillis, messageIdLifeSeconds, xop, schema, style, indented,
                checkSignatures, testMessages, most);
    }

    SmevSchema schemaFor(SmevSchema ofRequest) {
        return schema.isEmpty() ? ofRequest : SmevSchema.ofVersion(schema);
    }
}
