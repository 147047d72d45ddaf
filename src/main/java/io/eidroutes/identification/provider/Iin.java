package io.eidroutes.identification.provider;

import java.util.regex.Pattern;

/** The individual identification number of Kazakhstan: 12 digits, the last of which checks the others. */
final class Iin {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{12}");
    private static final int CHECKED = 11;

    private Iin() {
    }

    static boolean isWellFormed(String text) {
        return DIGITS.matcher(text).matches();
    }

    /** Whether the last digit of a well-formed one is right. The documented test IINs fail it. */
    static boolean hasCheckDigit(String iin) {
        int control = control(iin, 1);
        if (control == 10) {
            control = control(iin, 3);
        }
        return control != 10 && control == iin.charAt(CHECKED) - '0';
    }

    /** The weights go 1 to 11, or 3 to 11 and then 1 and 2 where that gives 10. */
    private static int control(String iin, int firstWeight) {
        int sum = 0;
        for (int i = 0; i < CHECKED; i++) {
            sum += (iin.charAt(i) - '0') * ((i + firstWeight - 1) % CHECKED + 1);
        }
        return sum % CHECKED;
    }
}
