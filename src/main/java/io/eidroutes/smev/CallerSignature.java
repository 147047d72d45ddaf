package io.eidroutes.smev;

import java.io.ByteArrayOutputStream;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;
import org.apache.xml.security.c14n.Canonicalizer;
import org.w3c.dom.Element;

/**
 * The detached signature of the information system (ЭП-ОВ) over one element. Its elements are put together here,
 * because Santuario would put line breaks between them, which СМЭВ refuses; Santuario gives the octets that are
 * digested and signed.
 */
final class CallerSignature {

    static final String XMLDSIG = "http://www.w3.org/2000/09/xmldsig#";
    static final String EXCLUSIVE = Canonicalizer.ALGO_ID_C14N_EXCL_OMIT_COMMENTS;

    private final Signer signer;
    private final String certificate;

    CallerSignature(Signer signer) {
        XmlSecurity.ready();
        this.signer = signer;
        try {
            this.certificate = base64(signer.certificate().getEncoded());
        } catch (CertificateEncodingException unusable) {
            throw new IllegalArgumentException("the signing certificate cannot be encoded");
        }
    }

    /**
     * Signs an element.
     *
     * @param target the element, with its {@code Id}
     * @param holder receives the signature; already in its place in the document, since the namespaces in scope are
     *               part of what is signed
     */
    void sign(Element target, Element holder) {
        GostAlgorithm algorithm = signer.algorithm();
        Element signature = append(holder, "Signature");
        signature.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:ds", XMLDSIG);
        Element signedInfo = append(signature, "SignedInfo");
        algorithm(signedInfo, "CanonicalizationMethod", EXCLUSIVE);
        algorithm(signedInfo, "SignatureMethod", algorithm.signatureUri());
        Element reference = append(signedInfo, "Reference");
        reference.setAttribute("URI", "#" + target.getAttribute("Id"));
        Element transforms = append(reference, "Transforms");
        algorithm(transforms, "Transform", EXCLUSIVE);
        algorithm(transforms, "Transform", SmevTransform.URI);
        algorithm(reference, "DigestMethod", algorithm.digestUri());
        append(reference, "DigestValue").setTextContent(base64(digest(target, algorithm)));
        byte[] value = signer.sign(XmlSecurity.exclusive(signedInfo));
        append(signature, "SignatureValue").setTextContent(base64(value));
        Element x509 = append(append(signature, "KeyInfo"), "X509Data");
        append(x509, "X509Certificate").setTextContent(certificate);
    }

    private static byte[] digest(Element target, GostAlgorithm algorithm) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(4096);
        try {
            SmevTransform.apply(target, octets);
            return algorithm.digest(octets.toByteArray());
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("the request cannot be digested");
        }
    }

    private static Element append(Element parent, String localName) {
        Element child = parent.getOwnerDocument().createElementNS(XMLDSIG, "ds:" + localName);
        parent.appendChild(child);
        return child;
    }

    private static void algorithm(Element parent, String localName, String uri) {
        append(parent, localName).setAttribute("Algorithm", uri);
    }

    private static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }
}
