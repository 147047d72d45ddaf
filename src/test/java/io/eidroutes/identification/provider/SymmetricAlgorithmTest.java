package io.eidroutes.identification.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.MACSigner;
import org.junit.jupiter.api.Test;

/** The id_token is signed with a secret that is none: the public key, or the client secret. */
class SymmetricAlgorithmTest extends ExchangeTest {

    @Test
    void whenThePublicKeyIsTheSecretThenTheLoginIsRefused() throws JOSEException {
        refusedWhenSignedWith(IdTokens.KEY.toRSAPublicKey().getEncoded());
    }

    @Test
    void whenTheClientSecretIsTheSecretThenTheLoginIsRefused() throws JOSEException {
        refusedWhenSignedWith((Passport.SECRET + Passport.SECRET).getBytes(UTF_8));
    }

    private void refusedWhenSignedWith(byte[] secret) throws JOSEException {
        idToken(IdTokens.signed(IdTokens.header().put("alg", "HS256"), IdTokens.claims().toString(), new MACSigner(secret)));

        assertIdTokenRefused("algorithm-not-allowed", "alert-security");
    }
}
