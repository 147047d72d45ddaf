package io.eidroutes.identification.journey.authorization;

/** Seen at partners: {@code iin_signature} is written in another Base64. */
class IllegalBase64CharacterTest extends AuthorizationErrorTest {

    IllegalBase64CharacterTest() {
        super("invalid_request", "illegal base64 character in input",
                "aitu-authorization", "illegal_base64_character", "partner");
    }
}
