package io.eidroutes.consent.mapping;

import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.validation.ValidatorHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;
import org.xml.sax.helpers.XMLFilterImpl;

/** Checks the XML of a request against the schema of the mapping folder before it is signed. Safe for many threads. */
public final class RequestSchema {

    private static final Logger LOG = LoggerFactory.getLogger(RequestSchema.class);

    private final XmlSchema schema;
    private final StrictXml xml = new StrictXml();

    public RequestSchema(XmlSchema schema) {
        this.schema = schema;
    }

    /**
     * Passes XML that matches. For XML that does not, the path of the element is logged, no value and no word of the
     * reader.
     *
     * @throws Failure {@code EID-MAPPING} of the family {@code validation}
     */
    public void check(byte[] request) {
        ValidatorHandler validation = schema.handler();
        validation.setErrorHandler(new Refusing());
        ElementPath path = new ElementPath();
        path.setContentHandler(validation);
        try {
            XMLReader reader = xml.reader();
            reader.setErrorHandler(new Refusing());
            reader.setContentHandler(path);
            reader.parse(new InputSource(new ByteArrayInputStream(request)));
        } catch (SAXException | IOException e) {
            LOG.error("The mapped request does not match the schema at {}", path);
            throw Failure.of(Family.VALIDATION, "EID-MAPPING");
        }
    }

    /** Where the reader stands, by local names. */
    private static final class ElementPath extends XMLFilterImpl {
        private final Deque<String> names = new ArrayDeque<>();

        @Override
        public void startElement(String uri, String local, String qualified, Attributes attributes) throws SAXException {
            names.addLast(local);
            super.startElement(uri, local, qualified, attributes);
        }

        @Override
        public void endElement(String uri, String local, String qualified) throws SAXException {
            super.endElement(uri, local, qualified);
            names.removeLast();
        }

        @Override
        public String toString() {
            return "/" + String.join("/", names);
        }
    }

    /** Stops at the first error; without it the reader would print to the console. */
    private static final class Refusing extends DefaultHandler {
        @Override
        public void error(SAXParseException error) throws SAXException {
            throw error;
        }
    }
}
