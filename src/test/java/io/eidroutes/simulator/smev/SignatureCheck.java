package io.eidroutes.simulator.smev;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.xml.security.Init;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;

/** Verification of the sender's signature, in the order in which СМЭВ names what is wrong with one. */
final class SignatureCheck {

    private static final String DS = XmlSignature.DS;

    /** By their Base64 text. */
    private final Map<String, X509Certificate> registered = new ConcurrentHashMap<>();

    SignatureCheck() {
        Init.init();
    }

    void register(X509Certificate certificate) {
        try {
            registered.put(Base64.getEncoder().encodeToString(certificate.getEncoded()), certificate);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an encodable certificate", e);
        }
    }

    void check(SoapRequest request) {
        Element target = request.signed();
        Element signature = Xml.child(request.root(), request.schema().types(), "CallerInformationSystemSignature")
                .flatMap(caller -> Xml.child(caller, DS, "Signature"))
                .orElseThrow(() -> fault("NoSignatureFound", "ЭП-ОВ не найдена"));
        Parts parts = parts(signature);
        String id = target.getAttribute("Id");
        if (id.isEmpty() || !parts.uri().equals("#" + id) || occurrences(request, id) != 1) {
            throw fault("IncorrectSignatureTarget", "ЭП-ОВ подписывает не тот фрагмент сообщения");
        }
        byte[] digest = parts.gost().digest(SmevTransform.of(target));
        if (!Arrays.equals(digest, parts.digest())
                || !parts.gost().verifies(parts.certificate().getPublicKey(), canonical(parts.signedInfo()), parts.value())) {
            throw invalid();
        }
        if (!registered.containsValue(parts.certificate())) {
            throw fault("CertificateIsNotFound", "Сертификат ЭП-ОВ не зарегистрирован в СМЭВ");
        }
        if (parts.certificate().getNotAfter().before(new Date())) {
            throw fault("CertificateIsExpired", "SMEV-100:Срок действия сертификата ЭП-ОВ истёк");
        }
    }

    /** The SignatureMethod of a request as it stands there; empty where there is none. */
    static String method(SoapRequest request) {
        Node method = request.root().getElementsByTagNameNS(DS, "SignatureMethod").item(0);
        return method == null ? "" : ((Element) method).getAttribute("Algorithm");
    }

    private record Parts(Element signedInfo, Gost gost, String uri, byte[] digest, byte[] value, X509Certificate certificate) {
    }

    private Parts parts(Element signature) {
        refuseText(signature);
        List<Element> children = exactly(signature, "SignedInfo", "SignatureValue", "KeyInfo");
        List<Element> info = exactly(children.get(0), "CanonicalizationMethod", "SignatureMethod", "Reference");
        Gost gost = Gost.ofSignatureMethod(algorithm(info.get(1))).orElseThrow(SignatureCheck::invalid);
        List<Element> reference = exactly(info.get(2), "Transforms", "DigestMethod", "DigestValue");
        List<Element> transforms = exactly(reference.get(0), "Transform", "Transform");
        if (!algorithm(info.get(0)).equals(XmlSignature.EXCLUSIVE)
                || !algorithm(transforms.get(0)).equals(XmlSignature.EXCLUSIVE)
                || !algorithm(transforms.get(1)).equals(XmlSignature.SMEV)
                || !algorithm(reference.get(1)).equals(gost.digestMethod())) {
            throw invalid();
        }
        Element data = exactly(children.get(2), "X509Data").get(0);
        Element certificate = exactly(data, "X509Certificate").get(0);
        return new Parts(children.get(0), gost, info.get(2).getAttribute("URI"), bytes(reference.get(2)),
                bytes(children.get(1)), certificate(certificate));
    }

    private static List<Element> exactly(Element parent, String... names) {
        List<Element> children = Xml.children(parent);
        if (children.size() != names.length) {
            throw invalid();
        }
        for (int i = 0; i < names.length; i++) {
            if (!Xml.is(children.get(i), DS, names[i])) {
                throw invalid();
            }
        }
        return children;
    }

    /** No text nodes between the elements of a signature, not even line ends. */
    private static void refuseText(Element element) {
        List<Element> children = Xml.children(element);
        if (children.isEmpty()) {
            return;
        }
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Text) {
                throw invalid();
            }
        }
        children.forEach(SignatureCheck::refuseText);
    }

    private static int occurrences(SoapRequest request, String id) {
        int count = 0;
        NodeList all = request.document().getElementsByTagNameNS("*", "*");
        for (int i = 0; i < all.getLength(); i++) {
            if (id.equals(((Element) all.item(i)).getAttribute("Id"))) {
                count++;
            }
        }
        return count;
    }

    private X509Certificate certificate(Element element) {
        X509Certificate known = registered.get(element.getTextContent());
        if (known != null) {
            return known;
        }
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509", Gost.PROVIDER)
                    .generateCertificate(new ByteArrayInputStream(bytes(element)));
        } catch (GeneralSecurityException malformed) {
            throw invalid();
        }
    }

    private static byte[] canonical(Element signedInfo) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
            Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_EXCL_OMIT_COMMENTS).canonicalizeSubtree(signedInfo, out);
            return out.toByteArray();
        } catch (XMLSecurityException e) {
            throw new IllegalStateException("cannot canonicalize", e);
        }
    }

    private static byte[] bytes(Element element) {
        try {
            return Base64.getMimeDecoder().decode(element.getTextContent());
        } catch (IllegalArgumentException malformed) {
            throw invalid();
        }
    }

    private static String algorithm(Element element) {
        return element.getAttribute("Algorithm");
    }

    private static SmevFault invalid() {
        return fault("SignatureIsInvalid", "ЭП-ОВ не соответствует подписанному фрагменту");
    }

    private static SmevFault fault(String name, String description) {
        return new SmevFault(name, "SMEV-100", description);
    }
}
