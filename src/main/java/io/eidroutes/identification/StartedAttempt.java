package io.eidroutes.identification;

/**
 * The secrets of a new attempt.
 *
 * @param state        goes to Aitu Passport and comes back
 * @param browser      goes into the browser's cookie
 * @param nonce        goes to Aitu Passport and comes back in the id_token
 * @param codeVerifier goes to Aitu Passport as a challenge first, with the code later
 */
public record StartedAttempt(RandomToken state, RandomToken browser, RandomToken nonce, RandomToken codeVerifier) {

    public static StartedAttempt generate() {
        return new StartedAttempt(RandomToken.generate(), RandomToken.generate(), RandomToken.generate(),
                RandomToken.generate());
    }
}
