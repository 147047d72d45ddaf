package io.eidroutes.json;

/**
 * Characters that XML 1.0 (§2.2, production Char) can carry: not most control characters, U+FFFE, U+FFFF and half a
 * surrogate pair, which JSON can hold by escapes.
 */
public final class XmlCharacters {

    private XmlCharacters() {
    }

    /** Whether XML can carry the whole text. */
    public static boolean allIn(String text) {
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            if (!isAllowed(character)) {
                return false;
            }
            i += Character.charCount(character);
        }
        return true;
    }

    private static boolean isAllowed(int character) {
        return character >= 0x20 && character <= 0xD7FF
                || character == '\t' || character == '\n' || character == '\r'
                || character >= 0xE000 && character <= 0xFFFD
                || character >= 0x10000;
    }
}
