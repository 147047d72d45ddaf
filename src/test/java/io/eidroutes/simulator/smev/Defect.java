package io.eidroutes.simulator.smev;

/** What can be wrong with a delivered answer. */
public enum Defect {
    /** No SMEVSignature. */
    UNSIGNED,
    /** Signed by a key that nobody trusts instead of СМЭВ's. */
    UNKNOWN_KEY,
    /** No SenderInformationSystemSignature. */
    SENDER_UNSIGNED,
    /** The sender's signature is by a key that nobody trusts. */
    SENDER_UNKNOWN_KEY,
    /** The content was changed after both signatures. */
    TAMPERED,
    /** The content was changed after the sender's signature; СМЭВ's signature covers the change. */
    SENDER_TAMPERED,
    /** Signature wrapping: the signed Response lies inside the signature, a forged one is where it is read. */
    WRAPPED,
    /** The forged Response has the very Id of the signed one, which lies in soap:Header. */
    DUPLICATE_ID,
    /** An internal DOCTYPE with an entity. */
    DOCTYPE,
    /** Tens of megabytes in soap:Header. */
    HUGE,
    /** Thousands of levels in soap:Header. */
    DEEP,
    /** To, MessageType, the time stamps, Sender, Recipient and Status are missing; signed well. */
    MISSING_ELEMENTS,
    /** No MessageMetadata: there is nothing to acknowledge by but SenderProvidedResponseData/MessageID. */
    NO_METADATA,
    /** Another information system than the provider's is named as the sender; signed well. */
    OTHER_SENDER,
    /** No OriginalMessageId. */
    NO_ORIGINAL_ID,
    /** Capital first letters and an odd prefix in the content. */
    ODD_NAMES,
    /** MessagePrimaryContent holds another service's document. */
    OTHER_CONTENT
}
