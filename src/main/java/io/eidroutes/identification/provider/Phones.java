package io.eidroutes.identification.provider;

/** Phone numbers as Aitu Passport writes them: digits without a {@code +}. */
final class Phones {

    private Phones() {
    }

    static String digits(String phone) {
        return phone.startsWith("+") ? phone.substring(1) : phone;
    }
}
