package io.eidroutes.simulator.smev;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * {@code urn://smev-gov-ru/xmldsig/transform}, read from the Methodical Recommendations a second time and written as a
 * walk over a tree, so that a mistake of the application is not made here too. Works on a tree as {@link Xml} reads it,
 * for which exclusive canonicalization beforehand changes nothing.
 */
final class SmevTransform {

    private static final String XMLNS = "http://www.w3.org/2000/xmlns/";
    private static final String XML = "http://www.w3.org/XML/1998/namespace";
    private static final int COPIED = 12;
    private static final int CHUNK = 512;
    private static final Comparator<Attr> ORDER = Comparator
            .comparing((Attr attribute) -> attribute.getNamespaceURI() == null)
            .thenComparing(Xml::namespaceOf)
            .thenComparing(SmevTransform::localName);

    private final StringBuilder out = new StringBuilder();
    private int generated;

    private SmevTransform() {
    }

    static byte[] of(Element element) {
        return textOf(element).getBytes(StandardCharsets.UTF_8);
    }

    static String textOf(Element element) {
        SmevTransform transform = new SmevTransform();
        transform.element(element, Map.of());
        return transform.out.toString();
    }

    private void element(Element element, Map<String, String> above) {
        List<Attr> attributes = attributes(element);
        Map<String, String> visible = new HashMap<>(above);
        StringBuilder declarations = new StringBuilder();
        String name = qualified(element, localName(element), visible, declarations);
        StringBuilder values = new StringBuilder();
        for (Attr attribute : attributes) {
            values.append(' ').append(qualified(attribute, localName(attribute), visible, declarations))
                    .append("=\"").append(attributeValue(attribute.getValue())).append('"');
        }
        out.append('<').append(name).append(declarations).append(values).append('>');
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                element(inner, visible);
            } else if (child instanceof Text text && !text.getData().trim().isEmpty()) {
                characters(text.getData());
            }
        }
        out.append("</").append(name).append('>');
    }

    private String qualified(Node node, String localName, Map<String, String> visible, StringBuilder declarations) {
        String namespace = Xml.namespaceOf(node);
        if (namespace.isEmpty()) {
            return localName;
        }
        if (namespace.equals(XML)) {
            return "xml:" + localName;
        }
        String prefix = visible.get(namespace);
        if (prefix == null) {
            generated++;
            prefix = "ns" + generated;
            visible.put(namespace, prefix);
            declarations.append(" xmlns:").append(prefix).append("=\"").append(attributeValue(namespace)).append('"');
        }
        return prefix + ":" + localName;
    }

    private static List<Attr> attributes(Element element) {
        List<Attr> found = new ArrayList<>();
        NamedNodeMap all = element.getAttributes();
        for (int i = 0; i < all.getLength(); i++) {
            Attr attribute = (Attr) all.item(i);
            if (!XMLNS.equals(attribute.getNamespaceURI())) {
                found.add(attribute);
            }
        }
        found.sort(ORDER);
        return found;
    }

    private static String localName(Node node) {
        return node.getLocalName() == null ? node.getNodeName() : node.getLocalName();
    }

    /**
     * As Woodstox writes UTF-8. It escapes the greater-than sign where {@code ]]} might stand before it: after a square
     * bracket and where it does not look back, which is at the start of a text, and in texts of {@link #COPIED} characters
     * and more also at each {@link #CHUNK} and right behind any escaped character.
     */
    private void characters(String text) {
        boolean copied = text.length() >= COPIED;
        boolean blind = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            blind |= copied && i % CHUNK == 0;
            boolean escaped = c == '&' || c == '<' || c == '\r' || c >= 0x7f && c <= 0x9f
                    || c == '>' && (blind || text.charAt(i - 1) == ']');
            out.append(escaped ? entity(c) : String.valueOf(c));
            blind = copied && escaped;
        }
    }

    private static String entity(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            default -> "&#x" + Integer.toHexString(c) + ";";
        };
    }

    private static String attributeValue(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;")
                .replace("\t", "&#x9;").replace("\n", "&#xa;").replace("\r", "&#xd;");
    }
}
