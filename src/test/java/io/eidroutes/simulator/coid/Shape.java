package io.eidroutes.simulator.coid;

/** How an answer can differ from the documented one. */
public enum Shape {
    /** Under a member {@code data}. */
    WRAPPED,
    /** Person and all else under {@code verifyResponse} but for {@code person}. */
    VERIFY_RESPONSE_WRAPPED,
    /** Everything but {@code person}. */
    WITHOUT_PERSON,
    /** Another person than was asked for. */
    OTHER_IIN,
    /** A person without {@code iin}. */
    WITHOUT_IIN,
    /** {@code person.iin} and {@code minConfidenceLevel} alone. */
    MINIMAL,
    WITHOUT_CONFIDENCE,
    /** Members that nobody documented, on each level. */
    UNKNOWN_FIELDS,
    /** A number for a name, a text for the level of confidence, an object for the documents. */
    WRONG_TYPES,
    /** {@code null} for much. */
    NULLS,
    /** The list instead of an object. */
    ARRAY
}
