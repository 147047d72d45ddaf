package io.eidroutes.consent.validation;

import java.util.regex.Pattern;

/** Formats and check numbers of СНИЛС and ОГРН. */
final class CheckNumbers {

    private static final Pattern SNILS = Pattern.compile("[0-9]{3}-[0-9]{3}-[0-9]{3} [0-9]{2}");
    private static final Pattern OGRN = Pattern.compile("[0-9]{13}|[0-9]{15}");

    /** Numbers up to 001-001-998 were given out before check numbers were. */
    private static final int LAST_SNILS_WITHOUT_CHECK = 1_001_998;

    private CheckNumbers() {
    }

    static boolean isSnils(String text) {
        return SNILS.matcher(text).matches();
    }

    /** Whether the last two digits of a well-formed СНИЛС are the check number of the first nine. */
    static boolean hasSnilsCheckNumber(String snils) {
        String digits = snils.replaceAll("[^0-9]", "");
        if (Integer.parseInt(digits.substring(0, 9)) <= LAST_SNILS_WITHOUT_CHECK) {
            return true;
        }
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (digits.charAt(i) - '0') * (9 - i);
        }
        // Below 100 the sum itself; 100 and 101 give 00; above, the remainder by 101, of which 100 gives 00.
        return Integer.parseInt(digits.substring(9)) == sum % 101 % 100;
    }

    static boolean isOgrn(String text) {
        return OGRN.matcher(text).matches();
    }

    /** Whether the last digit of a well-formed ОГРН is right: of 13 by 11, of 15 (a sole trader) by 13. */
    static boolean hasOgrnCheckDigit(String ogrn) {
        int last = ogrn.length() - 1;
        long expected = Long.parseLong(ogrn.substring(0, last)) % (last - 1) % 10;
        return ogrn.charAt(last) - '0' == expected;
    }
}
