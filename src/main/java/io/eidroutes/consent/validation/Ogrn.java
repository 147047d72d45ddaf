package io.eidroutes.consent.validation;

/** The number of an organisation in the register: 13 digits, 15 of a sole trader, the last one a check digit. */
public final class Ogrn {

    private Ogrn() {
    }

    public static boolean isValid(String text) {
        return CheckNumbers.isOgrn(text) && CheckNumbers.hasOgrnCheckDigit(text);
    }
}
