package io.eidroutes.simulator.aitu;

/** What can be wrong with an id_token, or merely uncommon. */
public enum IdTokenDefect {
    /** Header {@code alg: none} without a signature. */
    ALG_NONE,
    /** The same with the signature of the real key. */
    ALG_NONE_SIGNED,
    /** HS256 with the text of the public key as the secret. */
    HS256_WITH_PUBLIC_KEY,
    /** HS256 with the client's secret. */
    HS256_WITH_CLIENT_SECRET,
    /** A stranger's signature under the {@code kid} of the real key. */
    WRONG_KEY,
    /** A stranger's signature under the stranger's {@code kid}. */
    UNKNOWN_KID,
    /** No {@code kid}; signed well. */
    NO_KID,
    /** A stranger's signature with the stranger's key in the header {@code jwk}. */
    EMBEDDED_JWK,
    /** A stranger's signature with {@code jku} to where the stranger's key is served. */
    JKU,
    /** A stranger's signature with {@code x5u} to the stand-in. */
    X5U,
    /** A header that must be understood and is not. */
    CRIT,
    /** The claims were changed after the signature. */
    TAMPERED,
    /** The signature is left out, the dot stays. */
    NO_SIGNATURE,
    /** Two parts only. */
    TWO_PARTS,
    /** No JWT at all. */
    NOT_A_JWT,
    WRONG_ISS,
    /** The issuer with a slash behind it. */
    ISS_WITH_SLASH,
    NO_ISS,
    WRONG_AUD,
    NO_AUD,
    EMPTY_AUD,
    /** A second audience and no {@code azp}. */
    SEVERAL_AUD,
    /** A second audience and this client as {@code azp}. */
    SEVERAL_AUD_WITH_AZP,
    WRONG_AZP,
    /** Ended an hour ago, issued two hours ago. */
    EXPIRED,
    /** Ended 30 seconds ago: within a usual clock skew. */
    JUST_EXPIRED,
    NO_EXP,
    /** Issued an hour ago and good for another. */
    ISSUED_LONG_AGO,
    /** Issued an hour from now. */
    ISSUED_IN_FUTURE,
    NO_IAT,
    /** {@code nbf} an hour from now. */
    NOT_YET,
    WRONG_NONCE,
    NO_NONCE,
    NO_SUB,
    EMPTY_SUB,
    /** 256 characters. */
    LONG_SUB,
    /** Letters outside ASCII. */
    NON_ASCII_SUB,
    /** A number. */
    NUMERIC_SUB,
    WRONG_AT_HASH,
    NO_AT_HASH,
    NO_VERIFICATION,
    /** A string that is not JSON. */
    VERIFICATION_NOT_JSON,
    /** A string that holds JSON; not wrong. */
    VERIFICATION_AS_TEXT,
    NO_IIN,
    SHORT_IIN,
    /** Twelve characters that are not all digits. */
    IIN_WITH_LETTERS,
    /** A number. */
    NUMERIC_IIN,
    NO_REQUEST_ID,
    EMPTY_REQUEST_ID,
    /** Another person's. */
    OTHER_IIN,
    /** Another one than was verified. */
    OTHER_PHONE,
    NO_PHONE
}
