package io.eidroutes.consent.mapping;

import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * Readers of XML that refuse a DOCTYPE, external entities and deep nesting. One a thread is kept, because making one
 * costs more than reading a message.
 */
final class StrictXml {

    private static final String DISALLOW_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    private static final String MAX_DEPTH = "http://www.oracle.com/xml/jaxp/properties/maxElementDepth";

    /** The documented documents are at most six deep. */
    private static final String DEEPEST = "32";

    private final SAXParserFactory factory;
    private final ThreadLocal<XMLReader> readers = ThreadLocal.withInitial(this::newReader);

    StrictXml() {
        // The platform's own, whatever else is on the class path: the limits below are its.
        factory = SAXParserFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(DISALLOW_DOCTYPE, true);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("The XML reader has no feature " + DISALLOW_DOCTYPE);
        }
    }

    /** A reader of one document at a time, for this thread. */
    XMLReader reader() {
        return readers.get();
    }

    private XMLReader newReader() {
        try {
            synchronized (factory) {
                XMLReader reader = factory.newSAXParser().getXMLReader();
                reader.setProperty(MAX_DEPTH, DEEPEST);
                return reader;
            }
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("The XML reader has no property " + MAX_DEPTH);
        }
    }
}
