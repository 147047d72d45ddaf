package io.eidroutes.smev;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads XML that others wrote into a DOM: no DOCTYPE, hence no entity; at most {@value #DEPTH} levels of elements.
 * The JDK's own parser is named, so that no other one on the class path takes its place. One builder a thread is
 * kept, because making one costs more than reading a message.
 */
final class XmlReader {

    private static final int DEPTH = 64;
    private static final int ATTRIBUTES = 256;

    private final ThreadLocal<DocumentBuilder> builders;

    XmlReader() {
        DocumentBuilderFactory factory = factory();
        this.builders = ThreadLocal.withInitial(() -> builder(factory));
    }

    /** The document; empty when the octets are no XML that we are ready to read. */
    Optional<Document> read(byte[] xml) {
        try {
            return Optional.of(builders.get().parse(new ByteArrayInputStream(xml)));
        } catch (SAXException | IOException | RuntimeException unreadable) {
            // Dropped on purpose: what a parser says may quote the document.
            return Optional.empty();
        }
    }

    Document empty() {
        return builders.get().newDocument();
    }

    private static DocumentBuilderFactory factory() {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setCoalescing(true);
        factory.setExpandEntityReferences(false);
        factory.setXIncludeAware(false);
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/dom/defer-node-expansion", false);
        } catch (ParserConfigurationException unknown) {
            throw new IllegalStateException("the XML parser of the JDK lacks a safety feature");
        }
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setAttribute("jdk.xml.maxElementDepth", String.valueOf(DEPTH));
        factory.setAttribute("jdk.xml.elementAttributeLimit", String.valueOf(ATTRIBUTES));
        return factory;
    }

    private static DocumentBuilder builder(DocumentBuilderFactory factory) {
        try {
            DocumentBuilder builder;
            synchronized (factory) {
                builder = factory.newDocumentBuilder();
            }
            builder.setErrorHandler(new Silent());
            return builder;
        } catch (ParserConfigurationException unknown) {
            throw new IllegalStateException("the XML parser of the JDK cannot be made");
        }
    }

    /** The default one prints to standard error. */
    private static final class Silent implements ErrorHandler {
        @Override
        public void warning(SAXParseException warning) {
            // Nothing that stands in the way of reading.
        }

        @Override
        public void error(SAXParseException error) throws SAXException {
            throw error;
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXException {
            throw error;
        }
    }
}
