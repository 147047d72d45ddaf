package io.eidroutes.simulator.smev;

import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** The order and the names of the children of an element, and theirs in turn. */
record ContentModel(List<Part> parts) {

    /** Text, or a subtree that is not looked into. */
    static final Optional<ContentModel> ANYTHING = Optional.empty();

    record Part(String namespace, String name, int least, int most, Optional<ContentModel> inside) {
    }

    static ContentModel of(Part... parts) {
        return new ContentModel(List.of(parts));
    }

    /** What is wrong, in the words of a schema validator; empty where nothing is. */
    Optional<String> violation(Element parent) {
        if (hasText(parent)) {
            return Optional.of("cvc-complex-type.2.3: Element '" + parent.getLocalName()
                    + "' cannot have character [children], because the type's content type is element-only.");
        }
        List<Element> children = Xml.children(parent);
        int at = 0;
        for (Part part : parts) {
            int count = 0;
            while (at < children.size() && count < part.most() && Xml.is(children.get(at), part.namespace(), part.name())) {
                Element child = children.get(at);
                Optional<String> inner = part.inside().flatMap(model -> model.violation(child));
                if (inner.isPresent()) {
                    return inner;
                }
                at++;
                count++;
            }
            if (count < part.least()) {
                return Optional.of(at < children.size() ? unexpected(children.get(at))
                        : "cvc-complex-type.2.4.b: The content of element '" + parent.getLocalName()
                        + "' is not complete. '{\"" + part.namespace() + "\":" + part.name() + "}' is expected.");
            }
        }
        return at < children.size() ? Optional.of(unexpected(children.get(at))) : Optional.empty();
    }

    private static String unexpected(Element child) {
        return "cvc-complex-type.2.4.a: Invalid content was found starting with element '{\""
                + Xml.namespaceOf(child) + "\":" + child.getLocalName() + "}'.";
    }

    private static boolean hasText(Element parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Text text && !text.getData().isBlank()) {
                return true;
            }
        }
        return false;
    }
}
