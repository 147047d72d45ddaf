package io.eidroutes.smev;

import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.signature.XMLSignatureInput;
import org.apache.xml.security.signature.XMLSignatureNodeInput;
import org.apache.xml.security.utils.resolver.ResourceResolverContext;
import org.apache.xml.security.utils.resolver.ResourceResolverSpi;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * Verifies the signatures in СМЭВ's answers (methodical recommendations of СМЭВ 3: SMEVSignature covers
 * {@code Response} or {@code MessageMetadata}, SenderInformationSystemSignature covers
 * {@code SenderProvidedResponseData}). Where no certificates are trusted, that signature is not looked at; where some
 * are, a missing signature is a failed one.
 *
 * <p>The reference is resolved to the very element that {@link SoapReplies} reads, and to nothing else; that element's
 * {@code Id} must be the only one of its value in the document. {@code KeyInfo} only says which certificate to look
 * for among the trusted ones.
 *
 * <p>White space between the elements of a signature: the signature is verified as it came. Only when that fails, and
 * there is such white space, it is taken out and the same signature verified once more, since СМЭВ signs without it
 * and answers that were re-indented on their way have it. That is safe: {@link DetachedSignature} fixed which elements
 * stand there and in which order, none of them means anything by the white space around it, and the value must then
 * verify over those very elements. The signed data is left as it is; the СМЭВ transform itself ignores blank text.
 *
 * <p>Failures are of the family {@code smev-fault}: {@code EID-SIGNATURE-MISSING}, {@code EID-SIGNATURE-INVALID},
 * {@code EID-SIGNATURE-UNTRUSTED}.
 */
public final class SignatureVerifier {

    private final TrustedCertificates smev;
    private final TrustedCertificates senders;
    private final Clock clock;

    /**
     * @param smev    who may make SMEVSignature; empty: it is not verified
     * @param senders who may make SenderInformationSystemSignature; empty: it is not verified
     * @param gost    what computes
     * @param clock   the moment at which certificates must be valid
     */
    public SignatureVerifier(List<X509Certificate> smev, List<X509Certificate> senders, GostProvider gost,
            Clock clock) {
        XmlSecurity.ready();
        this.smev = new TrustedCertificates(smev, gost);
        this.senders = new TrustedCertificates(senders, gost);
        this.clock = clock;
    }

    /**
     * Verifies the answer to SendRequest: SMEVSignature over {@code MessageMetadata}.
     *
     * @throws Failure as above; transport {@code unreadable-answer} when it is no such answer
     */
    public void verifySendRequestReply(Document envelope) {
        Element reply = SoapReplies.content(envelope, "SendRequestResponse");
        if (!smev.isEmpty()) {
            Element metadata = Elements.child(reply, "MessageMetadata").orElseThrow(SignatureVerifier::missing);
            verify(metadata, Elements.child(reply, "SMEVSignature"), smev);
        }
    }

    /**
     * Verifies a message of the response queue.
     *
     * @param responseMessage the element of {@link SoapReplies#responseMessage}
     * @throws Failure as above; transport {@code unreadable-answer} when it holds no response
     */
    public void verifyResponse(Element responseMessage) {
        Element response = Elements.required(responseMessage, "Response");
        if (!smev.isEmpty()) {
            verify(response, Elements.child(responseMessage, "SMEVSignature"), smev);
        }
        Element data = Elements.required(response, "SenderProvidedResponseData");
        // СМЭВ itself makes an AsyncProcessingStatus: its own signature is then the sender's.
        boolean bySmev = !smev.isEmpty() && Elements.child(data, "AsyncProcessingStatus").isPresent()
                && Elements.child(response, "SenderInformationSystemSignature").isEmpty();
        if (!senders.isEmpty() && !bySmev) {
            verify(data, Elements.child(response, "SenderInformationSystemSignature"), senders);
        }
    }

    private void verify(Element target, Optional<Element> holder, TrustedCertificates trusted) {
        DetachedSignature signature = DetachedSignature.in(holder.orElseThrow(SignatureVerifier::missing));
        String id = target.getAttribute("Id");
        if (id.isEmpty() || !signature.uri().equals("#" + id) || carriers(target.getOwnerDocument(), id) != 1) {
            throw invalid();
        }
        String certificate = signature.certificate().orElseThrow(SignatureVerifier::invalid);
        VerificationKey key = trusted.key(certificate, clock.instant());
        boolean sameAlgorithm = key.verifier().algorithm() == signature.algorithm();
        if (!sameAlgorithm || !holds(signature, target, key)
                && !(signature.stripWhiteSpace() && holds(signature, target, key))) {
            throw invalid();
        }
    }

    private static boolean holds(DetachedSignature signature, Element target, VerificationKey key) {
        try {
            XMLSignature check = new XMLSignature(signature.element(), "", true);
            check.setFollowNestedManifests(false);
            check.addResourceResolver(new OneElement(signature.uri(), target));
            return check.checkSignatureValue(key);
        } catch (XMLSecurityException | RuntimeException malformed) {
            // Hostile octets end here in many ways; none of them is a signature that holds.
            return false;
        }
    }

    /** How many elements of the document carry that value as an identifier, of whatever spelling and namespace. */
    private static int carriers(Node node, String id) {
        int count = 0;
        NamedNodeMap attributes = node.getAttributes();
        for (int i = 0; attributes != null && i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            if (attribute.getNodeValue().equals(id) && "id".equalsIgnoreCase(attribute.getLocalName())) {
                count++;
            }
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            count += carriers(child, id);
        }
        return count;
    }

    static Failure missing() {
        return Failure.of(Family.SMEV_FAULT, "EID-SIGNATURE-MISSING");
    }

    static Failure invalid() {
        return Failure.of(Family.SMEV_FAULT, "EID-SIGNATURE-INVALID");
    }

    static Failure untrusted() {
        return Failure.of(Family.SMEV_FAULT, "EID-SIGNATURE-UNTRUSTED");
    }

    /** Resolves one URI to one element, so that no identifier is looked up anywhere. */
    private static final class OneElement extends ResourceResolverSpi {

        private final String uri;
        private final Element element;

        OneElement(String uri, Element element) {
            super();
            this.uri = uri;
            this.element = element;
        }

        @Override
        public boolean engineCanResolveURI(ResourceResolverContext context) {
            return uri.equals(context.uriToResolve);
        }

        @Override
        public XMLSignatureInput engineResolveURI(ResourceResolverContext context) {
            XMLSignatureInput input = new XMLSignatureNodeInput(element);
            input.setSecureValidation(context.secureValidation);
            input.setExcludeComments(true);
            return input;
        }
    }
}
