package io.eidroutes.smev;

import io.eidroutes.failure.Failure;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Attr;
import org.w3c.dom.CharacterData;
import org.w3c.dom.Comment;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * The shape that a СМЭВ signature must have, before a single octet of it is believed: one reference, the two
 * transforms in their order, listed algorithms, nothing besides. What XML Signature allows beyond this (manifests,
 * objects, XPath, other URIs) is where attacks live.
 *
 * @param element   the {@code ds:Signature}
 * @param algorithm what it says it is made with
 * @param uri       what its one reference points to
 * @param keyInfo   where the certificate stands
 */
record DetachedSignature(Element element, GostAlgorithm algorithm, String uri, Element keyInfo) {

    /**
     * Reads the only child of a holder such as {@code SMEVSignature}.
     *
     * @throws Failure {@code EID-SIGNATURE-MISSING} or {@code EID-SIGNATURE-INVALID}
     */
    static DetachedSignature in(Element holder) {
        List<Element> signatures = Elements.children(holder);
        if (signatures.isEmpty()) {
            throw SignatureVerifier.missing();
        }
        Element signature = signatures.get(0);
        if (signatures.size() != 1 || !isXmlDsig(signature, "Signature")) {
            throw SignatureVerifier.invalid();
        }
        List<Element> parts = content(signature, "SignedInfo", "SignatureValue", "KeyInfo");
        List<Element> info = content(parts.get(0), "CanonicalizationMethod", "SignatureMethod", "Reference");
        algorithmIs(info.get(0), CallerSignature.EXCLUSIVE);
        List<Element> reference = content(info.get(2), "Transforms", "DigestMethod", "DigestValue");
        List<Element> transforms = content(reference.get(0), "Transform", "Transform");
        algorithmIs(transforms.get(0), CallerSignature.EXCLUSIVE);
        algorithmIs(transforms.get(1), SmevTransform.URI);
        listed(reference.get(1), GostAlgorithm::digestUri);
        return new DetachedSignature(signature, listed(info.get(1), GostAlgorithm::signatureUri),
                onlyAttribute(info.get(2), "URI"), parts.get(2));
    }

    /** The first certificate that the signature shows, in Base64 as it stands; it is believed only when trusted. */
    Optional<String> certificate() {
        for (Element x509Data : Elements.children(keyInfo, "X509Data")) {
            for (Element certificate : Elements.children(x509Data, "X509Certificate")) {
                return Optional.of(certificate.getTextContent());
            }
        }
        return Optional.empty();
    }

    /**
     * Takes out the white space between the elements of the signature, and in those that hold nothing else.
     *
     * @return whether there was any
     */
    boolean stripWhiteSpace() {
        return stripWhiteSpace(element);
    }

    private static boolean stripWhiteSpace(Element parent) {
        boolean found = false;
        Node next;
        for (Node node = parent.getFirstChild(); node != null; node = next) {
            next = node.getNextSibling();
            if (node instanceof Text text && text.getData().isBlank()) {
                parent.removeChild(node);
                found = true;
            } else if (node instanceof Element child) {
                found |= stripWhiteSpace(child);
            }
        }
        return found;
    }

    /** The children, when they are exactly those, in that order, and between them is white space at the most. */
    private static List<Element> content(Element parent, String... localNames) {
        List<Element> children = onlyElements(parent);
        boolean fits = children.size() == localNames.length;
        for (int i = 0; fits && i < localNames.length; i++) {
            fits = isXmlDsig(children.get(i), localNames[i]);
        }
        if (!fits) {
            throw SignatureVerifier.invalid();
        }
        return children;
    }

    private static List<Element> onlyElements(Element parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            boolean harmless = node instanceof Element || node instanceof Comment
                    || node instanceof CharacterData text && text.getData().isBlank();
            if (!harmless) {
                throw SignatureVerifier.invalid();
            }
        }
        return Elements.children(parent);
    }

    private static boolean isXmlDsig(Element element, String localName) {
        return CallerSignature.XMLDSIG.equals(element.getNamespaceURI()) && element.getLocalName().equals(localName);
    }

    private static void algorithmIs(Element element, String uri) {
        if (!algorithm(element).equals(uri)) {
            throw SignatureVerifier.invalid();
        }
    }

    /** How an algorithm is called in XML. */
    private interface Name {
        String of(GostAlgorithm algorithm);
    }

    private static GostAlgorithm listed(Element element, Name name) {
        String uri = algorithm(element);
        for (GostAlgorithm algorithm : GostAlgorithm.values()) {
            if (name.of(algorithm).equals(uri)) {
                return algorithm;
            }
        }
        throw SignatureVerifier.invalid();
    }

    /** The algorithm of an element without parameters. */
    private static String algorithm(Element element) {
        content(element);
        return onlyAttribute(element, "Algorithm");
    }

    private static String onlyAttribute(Element element, String name) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            boolean declaration = attribute.getName().equals("xmlns") || attribute.getName().startsWith("xmlns:");
            if (!declaration && !attribute.getName().equals(name)) {
                throw SignatureVerifier.invalid();
            }
        }
        return element.getAttribute(name);
    }
}
