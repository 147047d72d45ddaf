package io.eidroutes.log;

import java.util.regex.Pattern;

/**
 * What no line of the log may hold, by its form: an ИИН or a telephone number, a СНИЛС, a token, a password in a URL or a
 * header. It is the second line: the first is that nothing of the kind is logged.
 */
final class Mask {

    private static final String MASKED = "***";
    private static final Pattern PERSONAL = Pattern.compile(String.join("|",
            // СНИЛС as it is printed
            "(?<!\\d)\\d{3}-\\d{3}-\\d{3}[ -]\\d{2}(?!\\d)",
            // ИИН (12 digits), СНИЛС or a telephone number (11), which are no part of a UUID or of a longer number
            "\\+?(?<![\\w-])\\d{11,12}(?![\\w-])",
            // JWT
            "eyJ[\\w-]{8,}(?:\\.[\\w-]*){1,4}",
            "(?i)(?<=\\b(?:basic|bearer) )[\\w+/=.~-]{6,}",
            "(?<=://)[^/@\\s]+(?=@)",
            "(?i)(?<=[?&](?:code|state)=)[^&\\s\"]+",
            "(?i)(?<=(?:ticket|password|secret|token)=)[^&\\s\"]+"));

    private Mask() {
    }

    /** The same text where there is nothing to be masked. */
    static String over(String text) {
        return text == null ? null : PERSONAL.matcher(text).replaceAll(MASKED);
    }
}
