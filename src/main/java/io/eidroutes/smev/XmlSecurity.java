package io.eidroutes.smev;

import java.io.ByteArrayOutputStream;
import java.security.Provider;
import java.security.Security;
import org.apache.xml.security.Init;
import org.apache.xml.security.algorithms.JCEMapper;
import org.apache.xml.security.algorithms.SignatureAlgorithm;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.transforms.Transform;
import org.w3c.dom.Node;

/**
 * Santuario with what СМЭВ needs: the transform, the two signature algorithms, the two digests. Registration is
 * global in Santuario and refuses a second time, so it happens in the initialiser of this class, that is once.
 */
final class XmlSecurity {

    static {
        Init.init();
        // Santuario finds digests by their name in the list of providers and in no other way. So a provider goes to
        // the end of that list, but one with these two digests alone.
        Security.addProvider(new Streebog());
        try {
            Transform.register(SmevTransform.URI, SmevTransform.class);
            register(GostAlgorithm.GOST_2012_256, GostXmlSignature.Bits256.class);
            register(GostAlgorithm.GOST_2012_512, GostXmlSignature.Bits512.class);
        } catch (XMLSecurityException | ClassNotFoundException refused) {
            throw new ExceptionInInitializerError(refused);
        }
    }

    private XmlSecurity() {
    }

    private static void register(GostAlgorithm algorithm, Class<? extends GostXmlSignature> implementation)
            throws XMLSecurityException, ClassNotFoundException {
        SignatureAlgorithm.register(algorithm.signatureUri(), implementation);
        JCEMapper.register(algorithm.signatureUri(), new JCEMapper.Algorithm("EC", algorithm.jcaSignature(), "Signature"));
        JCEMapper.register(algorithm.digestUri(), new JCEMapper.Algorithm("", algorithm.jcaDigest(), "MessageDigest"));
    }

    /** Makes sure that everything is registered. */
    static void ready() {
        // The static initialiser has run by the time this is called.
    }

    /** Exclusive canonicalisation without comments: what СМЭВ digests and signs. */
    static byte[] exclusive(Node node) {
        return canonical(node, Canonicalizer.ALGO_ID_C14N_EXCL_OMIT_COMMENTS);
    }

    /**
     * The node as a document of its own: UTF-8, every namespace in scope declared. Canonical XML is the one
     * serialisation that loses nothing, be it a carriage return or a character outside the basic plane.
     */
    static byte[] standalone(Node node) {
        return canonical(node, Canonicalizer.ALGO_ID_C14N_WITH_COMMENTS);
    }

    private static byte[] canonical(Node node, String method) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
        try {
            Canonicalizer.getInstance(method).canonicalizeSubtree(node, out);
        } catch (XMLSecurityException impossible) {
            throw new IllegalStateException("XML cannot be canonicalised");
        }
        return out.toByteArray();
    }

    private static final class Streebog extends Provider {

        private static final long serialVersionUID = 1L;
        private static final String CLASSES = "org.bouncycastle.jcajce.provider.digest.GOST3411$Digest2012_";

        Streebog() {
            super("eid-routes-streebog", "1", "GOST R 34.11-2012 for XML signatures, from BouncyCastle");
            put("MessageDigest." + GostAlgorithm.GOST_2012_256.jcaDigest(), CLASSES + "256");
            put("MessageDigest." + GostAlgorithm.GOST_2012_512.jcaDigest(), CLASSES + "512");
        }
    }
}
