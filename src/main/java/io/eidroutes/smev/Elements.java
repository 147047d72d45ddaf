package io.eidroutes.smev;

import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Finds elements of an answer by local name, whatever their prefix and schema version. Reader and verifier both look
 * here, and a second element of one name is refused, so that what is verified is what is read.
 */
final class Elements {

    private Elements() {
    }

    static Failure unreadable() {
        return Failure.of(Family.TRANSPORT, "unreadable-answer");
    }

    static List<Element> children(Node parent) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    static List<Element> children(Node parent, String localName) {
        List<Element> found = children(parent);
        found.removeIf(element -> !element.getLocalName().equals(localName));
        return found;
    }

    /** The child of that name; a second one makes the answer unreadable. */
    static Optional<Element> child(Node parent, String localName) {
        List<Element> found = children(parent, localName);
        if (found.size() > 1) {
            throw unreadable();
        }
        return found.stream().findFirst();
    }

    /** The child of that name; none, or a second one, makes the answer unreadable. */
    static Element required(Node parent, String localName) {
        return child(parent, localName).orElseThrow(Elements::unreadable);
    }

    /** The trimmed text of the child of that name; empty when there is no such child or no text in it. */
    static Optional<String> text(Node parent, String localName) {
        return child(parent, localName).map(element -> element.getTextContent().trim()).filter(text -> !text.isEmpty());
    }
}
