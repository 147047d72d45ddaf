package io.eidroutes.identification.person;

/**
 * A deviation of the adapter's answer from the documentation; the answer is delivered all the same.
 *
 * @param pointer JSON Pointer (RFC 6901) beside or in {@code person}, for instance {@code /person/birthDate}
 * @param rule    {@code missing}, {@code type} or {@code other-person}
 */
record Warning(String pointer, String rule) {
}
