package io.eidroutes.smev;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import javax.xml.stream.XMLStreamException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What a signature in an envelope is made of, taken apart for another implementation to verify.
 *
 * @param digestedOctets what the digest is computed over
 * @param digest         the digest that the signature claims
 * @param signedInfo     what the signature is computed over
 * @param signatureValue the raw signature
 * @param certificate    the certificate, DER
 */
record SignedParts(byte[] digestedOctets, byte[] digest, byte[] signedInfo, byte[] signatureValue, byte[] certificate) {

    static SignedParts of(Document envelope) throws XMLStreamException {
        Element request = Elements.children(Elements.required(envelope.getDocumentElement(), "Body")).get(0);
        Element signature = Elements.required(Elements.required(request, "CallerInformationSystemSignature"), "Signature");
        Element signedInfo = Elements.required(signature, "SignedInfo");
        Element x509 = Elements.required(Elements.required(signature, "KeyInfo"), "X509Data");
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        SmevTransform.apply(Elements.children(request).get(0), octets);
        return new SignedParts(octets.toByteArray(),
                decoded(Elements.required(signedInfo, "Reference"), "DigestValue"),
                XmlSecurity.exclusive(signedInfo),
                decoded(signature, "SignatureValue"),
                decoded(x509, "X509Certificate"));
    }

    private static byte[] decoded(Element parent, String localName) {
        return Base64.getDecoder().decode(Elements.required(parent, localName).getTextContent());
    }
}
