package io.eidroutes.identification.provider;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.util.ResourceUtils;

/** Signs the IIN of a link with the organisation's key: SHA256withRSA, in the encoding that the provider takes. */
public final class IinSigner {

    private static final String SETTING = "eid.aitu.iin-signature.private-key";

    private final PrivateKey key;
    private final AituSettings.Encoding encoding;

    private IinSigner(PrivateKey key, AituSettings.Encoding encoding) {
        this.key = key;
        this.encoding = encoding;
    }

    /** @throws IllegalArgumentException naming the setting, when the key cannot be read */
    public static IinSigner load(String location, AituSettings.Encoding encoding) {
        Resource resource = ResourceUtils.isUrl(location)
                ? new DefaultResourceLoader().getResource(location) : new FileSystemResource(location);
        try (InputStream pem = resource.getInputStream()) {
            String text = new String(pem.readAllBytes(), StandardCharsets.US_ASCII)
                    .replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "");
            PrivateKey key = KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(text)));
            return new IinSigner(key, encoding);
        } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
            throw new IllegalArgumentException(
                    SETTING + ": " + location + " cannot be read as an unencrypted PKCS#8 RSA key in PEM");
        }
    }

    String sign(String iin) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(iin.getBytes(StandardCharsets.US_ASCII));
            byte[] signed = signature.sign();
            return switch (encoding) {
                case BASE64 -> Base64.getEncoder().encodeToString(signed);
                case BASE64URL -> Base64.getUrlEncoder().encodeToString(signed);
                case BASE64URL_UNPADDED -> Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("An IIN cannot be signed.");
        }
    }
}
