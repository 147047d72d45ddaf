package io.eidroutes.smev;

import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.osgi.InputFactoryProviderImpl;
import com.ctc.wstx.osgi.OutputFactoryProviderImpl;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.apache.xml.security.c14n.CanonicalizationException;
import org.apache.xml.security.signature.XMLSignatureByteInput;
import org.apache.xml.security.signature.XMLSignatureInput;
import org.apache.xml.security.transforms.TransformSpi;
import org.apache.xml.security.transforms.TransformationException;
import org.codehaus.stax2.XMLOutputFactory2;
import org.codehaus.stax2.XMLStreamProperties;
import org.w3c.dom.Element;

/**
 * {@code urn://smev-gov-ru/xmldsig/transform}, the normalisation that СМЭВ 3 digests (methodical recommendations of
 * СМЭВ 3, section on the transform). The rules in short: no declaration, instructions or comments; text of characters
 * up to U+0020 alone is dropped, other text is not trimmed; start and end tag always; prefixes become {@code ns1},
 * {@code ns2}, … from one counter, declared where first needed and visible in that subtree only; attributes are
 * sorted by namespace, then local name, unqualified ones last; declarations stand before attributes; escaping is what
 * Woodstox writes, which is why Woodstox is named here instead of whatever StAX finds.
 *
 * <p>Two cases that the rules leave open: an element in no namespace is written without a prefix (nothing else is
 * well-formed), and {@code xml:} attributes keep their prefix, undeclared. Text is what stands between two tags,
 * comments or instructions, CDATA sections included, however long it is.
 */
public final class SmevTransform extends TransformSpi {

    public static final String URI = "urn://smev-gov-ru/xmldsig/transform";

    private static final XMLInputFactory READERS = readers();
    private static final XMLOutputFactory WRITERS = writers();

    private record Attribute(String namespace, String localName, String value) {

        private static final Comparator<Attribute> ORDER =
                Comparator.comparing(Attribute::unqualified)
                        .thenComparing(Attribute::namespace)
                        .thenComparing(Attribute::localName);

        boolean unqualified() {
            return namespace.isEmpty();
        }
    }

    /** Made by Santuario, once for every use. */
    public SmevTransform() {
        super();
    }

    /**
     * Transforms an XML document.
     *
     * @param in  the document; not closed
     * @param out receives UTF-8 without a declaration; not closed
     * @throws XMLStreamException when the input is no well-formed XML or has a DOCTYPE
     */
    public static void apply(InputStream in, OutputStream out) throws XMLStreamException {
        XMLStreamReader reader = READERS.createXMLStreamReader(in);
        XMLStreamWriter writer = WRITERS.createXMLStreamWriter(out, "UTF-8");
        new Pass(reader, writer).run();
        writer.close();
        reader.close();
    }

    /** Transforms an element, canonicalised first by exclusive XML canonicalisation, as in a СМЭВ reference. */
    public static void apply(Element element, OutputStream out) throws XMLStreamException {
        apply(new ByteArrayInputStream(XmlSecurity.exclusive(element)), out);
    }

    @Override
    protected String engineGetURI() {
        return URI;
    }

    @Override
    protected XMLSignatureInput enginePerformTransform(XMLSignatureInput input, OutputStream out,
            Element transform, String baseUri, boolean secureValidation)
            throws IOException, CanonicalizationException, TransformationException {
        boolean toCaller = out == null;
        OutputStream target = toCaller ? new ByteArrayOutputStream() : out;
        try (InputStream in = new ByteArrayInputStream(input.getBytes())) {
            apply(in, target);
        } catch (XMLStreamException unreadable) {
            throw new TransformationException("generic.EmptyMessage");
        }
        XMLSignatureInput output;
        if (target instanceof ByteArrayOutputStream bytes && toCaller) {
            output = new XMLSignatureByteInput(bytes.toByteArray());
        } else {
            output = new XMLSignatureByteInput(new byte[0]);
            output.setOutputStream(out);
        }
        output.setSecureValidation(secureValidation);
        return output;
    }

    /** One walk over one document. */
    private static final class Pass {

        private final XMLStreamReader in;
        private final XMLStreamWriter out;
        /** Namespaces declared and visible, outermost first; the prefix of each stands at the same place. */
        private final List<String> namespaces = new ArrayList<>();
        private final List<String> prefixes = new ArrayList<>();
        private final List<Integer> scopes = new ArrayList<>();
        private int counter;

        Pass(XMLStreamReader in, XMLStreamWriter out) {
            this.in = in;
            this.out = out;
        }

        void run() throws XMLStreamException {
            while (in.hasNext()) {
                switch (in.next()) {
                    case XMLStreamConstants.START_ELEMENT -> start();
                    case XMLStreamConstants.END_ELEMENT -> end();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text();
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                            throw new XMLStreamException("DOCTYPE is refused");
                    default -> { }
                }
            }
        }

        private void start() throws XMLStreamException {
            scopes.add(namespaces.size());
            int declared = namespaces.size();
            out.writeStartElement(qualified(in.getNamespaceURI(), in.getLocalName()));
            List<Attribute> attributes = sortedAttributes();
            List<String> names = new ArrayList<>(attributes.size());
            for (Attribute attribute : attributes) {
                names.add(qualified(attribute.namespace(), attribute.localName()));
            }
            for (int i = declared; i < namespaces.size(); i++) {
                out.writeAttribute("xmlns:" + prefixes.get(i), namespaces.get(i));
            }
            for (int i = 0; i < names.size(); i++) {
                out.writeAttribute(names.get(i), attributes.get(i).value());
            }
        }

        private List<Attribute> sortedAttributes() {
            List<Attribute> attributes = new ArrayList<>(in.getAttributeCount());
            for (int i = 0; i < in.getAttributeCount(); i++) {
                String namespace = in.getAttributeNamespace(i);
                attributes.add(new Attribute(
                        namespace == null ? "" : namespace, in.getAttributeLocalName(i), in.getAttributeValue(i)));
            }
            attributes.sort(Attribute.ORDER);
            return attributes;
        }

        private void end() throws XMLStreamException {
            int outer = scopes.remove(scopes.size() - 1);
            namespaces.subList(outer, namespaces.size()).clear();
            prefixes.subList(outer, prefixes.size()).clear();
            out.writeEndElement();
        }

        private void text() throws XMLStreamException {
            String text = in.getText();
            if (!text.trim().isEmpty()) {
                out.writeCharacters(text);
            }
        }

        /** The name as it is written; declares the namespace when it is not visible yet. */
        private String qualified(String namespace, String localName) {
            if (namespace == null || namespace.isEmpty()) {
                return localName;
            }
            if (namespace.equals(XMLConstants.XML_NS_URI)) {
                return "xml:" + localName;
            }
            int known = namespaces.lastIndexOf(namespace);
            if (known < 0) {
                known = namespaces.size();
                counter++;
                namespaces.add(namespace);
                prefixes.add("ns" + counter);
            }
            return prefixes.get(known) + ":" + localName;
        }
    }

    private static XMLInputFactory readers() {
        XMLInputFactory factory = new InputFactoryProviderImpl().createInputFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private static XMLOutputFactory writers() {
        XMLOutputFactory factory = new OutputFactoryProviderImpl().createOutputFactory();
        // Names are given with their prefixes: the writer has nothing to work out, only to escape.
        factory.setProperty(XMLStreamProperties.XSP_NAMESPACE_AWARE, false);
        factory.setProperty(XMLOutputFactory2.P_AUTOMATIC_EMPTY_ELEMENTS, false);
        factory.setProperty(WstxOutputProperties.P_OUTPUT_VALIDATE_STRUCTURE, false);
        return factory;
    }
}
