package io.eidroutes.smev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SigningKeysTest {

    private static final String PASSWORD = "a-test-password";

    @TempDir
    private Path folder;

    private final GostKeys keys = GostKeys.selfSigned(GostAlgorithm.GOST_2012_256, "signer");

    @ParameterizedTest
    @EnumSource(GostAlgorithm.class)
    void whenPemFilesThenLoaded(GostAlgorithm algorithm) throws IOException {
        GostKeys pair = GostKeys.selfSigned(algorithm, "signer");

        Signer signer = SigningKeys.load(pem(write("key.pem", pair.privateKeyPem()),
                "file:" + write("certificate.pem", pair.certificatePem())), new BouncyCastleGost());

        assertThat(signer.certificate()).isEqualTo(pair.certificate());
        assertThat(signer.algorithm()).isEqualTo(algorithm);
    }

    @Test
    void whenKeyStoreWithOneKeyThenLoaded() throws Exception {
        assertThat(SigningKeys.load(store(keyStore("only"), PASSWORD, ""), new BouncyCastleGost()).certificate()).isEqualTo(keys.certificate());
    }

    @Test
    void whenKeyStoreWithSeveralKeysThenTheAliasChooses() throws Exception {
        Path file = keyStore("first", "second");

        assertThat(SigningKeys.load(store(file, PASSWORD, "second"), new BouncyCastleGost()).certificate()).isEqualTo(keys.certificate());
        assertRefused(store(file, PASSWORD, ""), "eid.smev.signing.key-alias must be set: the key store holds 2 keys");
        assertRefused(store(file, PASSWORD, "third"), "eid.smev.signing.key-alias names no private key");
    }

    @Test
    void whenPasswordIsWrongThenTheErrorNamesTheSettingAndNotThePassword() throws Exception {
        Path file = keyStore("only");

        assertThatThrownBy(() -> SigningKeys.load(store(file, "wrong-secret", ""), new BouncyCastleGost()))
                .hasMessageContaining("eid.smev.signing.key-store-password").hasNoCause()
                .message().doesNotContain("wrong-secret");
    }

    @Test
    void whenFileIsMissingThenTheErrorNamesTheSetting() throws IOException {
        String certificate = write("certificate.pem", keys.certificatePem());

        assertRefused(pem(folder.resolve("none.pem").toString(), certificate), "eid.smev.signing.private-key: ");
        assertRefused(pem(write("key.pem", keys.privateKeyPem()), "none.pem"), "eid.smev.signing.certificate: ");
    }

    @Test
    void whenFileHoldsSomethingElseThenTheErrorNamesTheSetting() throws IOException {
        String certificate = write("certificate.pem", keys.certificatePem());
        String key = write("key.pem", keys.privateKeyPem());

        assertRefused(pem(certificate, certificate), "eid.smev.signing.private-key: ");
        assertRefused(pem(key, write("empty.pem", "")), "eid.smev.signing.certificate: ");
    }

    @Test
    void whenKeyAndCertificateDoNotBelongTogetherThenTheErrorNamesTheSettings() throws IOException {
        GostKeys other = GostKeys.selfSigned(GostAlgorithm.GOST_2012_256, "other");

        assertRefused(pem(write("key.pem", keys.privateKeyPem()), write("other.pem", other.certificatePem())),
                "eid.smev.signing: the private key does not belong");
    }

    @Test
    void whenTrustFileHoldsSeveralCertificatesThenAllAreRead() throws IOException {
        GostKeys other = GostKeys.selfSigned(GostAlgorithm.GOST_2012_512, "other");
        String file = write("trust.pem", keys.certificatePem() + other.certificatePem());

        assertThat(Certificates.load("eid.smev.trust.smev", List.of(file)))
                .containsExactly(keys.certificate(), other.certificate());
    }

    private void assertRefused(SmevSettings.Signing signing, String message) {
        assertThatThrownBy(() -> SigningKeys.load(signing, new BouncyCastleGost()))
                .isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith(message);
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private Path keyStore(String... aliases) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12", BouncyCastle.PROVIDER);
        store.load(null, null);
        for (String alias : aliases) {
            GostKeys pair = alias.equals("first") ? GostKeys.selfSigned(GostAlgorithm.GOST_2012_256, "first") : keys;
            store.setKeyEntry(alias, pair.privateKey(), PASSWORD.toCharArray(), new Certificate[] {pair.certificate()});
        }
        Path file = folder.resolve("keys.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    private static SmevSettings.Signing store(Path file, String password, String alias) {
        return new SmevSettings.Signing(Optional.of(file.toString()), Optional.of(password), Optional.of(alias),
                Optional.empty(), Optional.empty());
    }

    private static SmevSettings.Signing pem(String key, String certificate) {
        return new SmevSettings.Signing(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(key), Optional.of(certificate));
    }
}
