package io.eidroutes.consent;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stays the same when СМЭВ delivers a message again. The time of the delivery is new, and with it the digest and
 * the value of the signature over it; so is the wrapping of a multipart answer. Works on octets, since it is asked
 * about messages that could not be parsed.
 */
final class Redelivery {

    private static final Pattern ENVELOPE =
            Pattern.compile("<(?:[\\w.-]+:)?Envelope\\b.*</(?:[\\w.-]+:)?Envelope\\s*>", Pattern.DOTALL);
    private static final Pattern NEW_EACH_TIME =
            Pattern.compile("(<(?:[\\w.-]+:)?(?:DeliveryTimestamp|DigestValue|SignatureValue)\\b[^>]*>)[^<]*");

    private Redelivery() {
    }

    /** The octets by which a message is known again. */
    static byte[] unchanging(byte[] raw) {
        String text = new String(raw, StandardCharsets.ISO_8859_1);
        Matcher envelope = ENVELOPE.matcher(text);
        return NEW_EACH_TIME.matcher(envelope.find() ? envelope.group() : text).replaceAll("$1")
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
