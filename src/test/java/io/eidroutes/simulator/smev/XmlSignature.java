package io.eidroutes.simulator.smev;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Writing of {@code ds:Signature}. SignedInfo is written in its canonical form, so that signing needs no canonicalizer. */
final class XmlSignature {

    static final String DS = "http://www.w3.org/2000/09/xmldsig#";
    static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
    static final String SMEV = "urn://smev-gov-ru/xmldsig/transform";

    private XmlSignature() {
    }

    /**
     * @param fragment well-formed on its own; its root carries {@code Id="id"}
     * @param object   what to put into {@code ds:Object}, or nothing
     */
    static String over(String fragment, String id, SigningKey key, String object) {
        byte[] transformed = SmevTransform.of(Xml.parse(fragment.getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalStateException("the stand-in wrote XML that cannot be read"))
                .getDocumentElement());
        Gost gost = Gost.BITS_256;
        String signedInfo = "<ds:SignedInfo xmlns:ds=\"" + DS + "\">"
                + empty("CanonicalizationMethod", EXCLUSIVE)
                + empty("SignatureMethod", gost.signatureMethod())
                + "<ds:Reference URI=\"#" + id + "\"><ds:Transforms>"
                + empty("Transform", EXCLUSIVE) + empty("Transform", SMEV)
                + "</ds:Transforms>" + empty("DigestMethod", gost.digestMethod())
                + "<ds:DigestValue>" + base64(gost.digest(transformed)) + "</ds:DigestValue>"
                + "</ds:Reference></ds:SignedInfo>";
        byte[] value = key.sign(signedInfo.getBytes(StandardCharsets.UTF_8));
        return "<ds:Signature xmlns:ds=\"" + DS + "\">" + signedInfo
                + "<ds:SignatureValue>" + base64(value) + "</ds:SignatureValue>"
                + "<ds:KeyInfo><ds:X509Data><ds:X509Certificate>" + key.certificateText()
                + "</ds:X509Certificate></ds:X509Data></ds:KeyInfo>"
                + (object.isEmpty() ? "" : "<ds:Object>" + object + "</ds:Object>")
                + "</ds:Signature>";
    }

    private static String empty(String name, String algorithm) {
        return "<ds:" + name + " Algorithm=\"" + algorithm + "\"></ds:" + name + ">";
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
