package io.eidroutes.consent.mapping;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.ValidatorHandler;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.w3c.dom.ls.LSResourceResolver;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * An XML Schema of the mapping folder, which reads files of that folder only. An edit of it, or of a file it includes,
 * takes effect within a second or two; one that does not compile is logged (file and line) and the last good one stays
 * in use. Safe for use by many threads.
 */
public final class XmlSchema {

    private final LastGood<Schema> schema;
    /** One a thread is kept while the schema is the same, because making one costs more than the check. */
    private final ThreadLocal<Check> checks = new ThreadLocal<>();

    private record Check(Schema schema, ValidatorHandler handler) {
    }

    /**
     * Compiles the schema.
     *
     * @param folder the folder of the schema and of all it includes
     * @param name   the name of the file, for instance {@code claim-person-permissions-1.0.2.xsd}
     * @throws IllegalStateException if it does not compile
     */
    public XmlSchema(MappingFolder folder, String name) {
        this(folder, name, System::nanoTime);
    }

    XmlSchema(MappingFolder folder, String name, LongSupplier nanoTime) {
        this.schema = new LastGood<>(folder, name, reading -> compile(name, reading), nanoTime);
    }

    /** A check of one document at a time, for this thread. */
    ValidatorHandler handler() {
        Schema current = schema.current();
        Check check = checks.get();
        if (check == null || check.schema() != current) {
            check = new Check(current, current.newValidatorHandler());
            checks.set(check);
        }
        return check.handler();
    }

    private static Schema compile(String name, LastGood.Reading reading) throws LastGood.NotCompiled {
        Findings findings = new Findings();
        Includes includes = new Includes(reading, findings);
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, MappingFolder.SCHEME);
            factory.setErrorHandler(findings);
            factory.setResourceResolver(includes);
            byte[] text = reading.read(name);
            Schema compiled = factory.newSchema(
                    new StreamSource(new ByteArrayInputStream(text), MappingFolder.address(name)));
            // To the compiler an include that is not found is worth a warning only.
            findings.refuse();
            return compiled;
        } catch (IOException e) {
            throw new LastGood.NotCompiled("it cannot be read");
        } catch (SAXException e) {
            findings.refuse();
            throw new LastGood.NotCompiled("it is not a schema");
        }
    }

    /** Where the errors are; their texts quote the schema and are dropped. */
    private static final class Findings implements ErrorHandler {
        private final List<String> places = new ArrayList<>();

        void add(String place) {
            places.add(place);
        }

        void refuse() throws LastGood.NotCompiled {
            if (!places.isEmpty()) {
                throw new LastGood.NotCompiled(places.get(0));
            }
        }

        @Override
        public void warning(SAXParseException warning) {
            // What matters is found by Includes.
        }

        @Override
        public void error(SAXParseException error) {
            add(place(error));
        }

        @Override
        public void fatalError(SAXParseException error) {
            add(place(error));
        }

        private static String place(SAXParseException error) {
            try {
                return MappingFolder.nameOf(error.getSystemId()) + " line " + error.getLineNumber();
            } catch (IOException e) {
                return "line " + error.getLineNumber();
            }
        }
    }

    /** Finds included and imported files in the folder, and nowhere else. */
    private static final class Includes implements LSResourceResolver {
        private final LastGood.Reading reading;
        private final Findings findings;
        private final DOMImplementationLS inputs;

        Includes(LastGood.Reading reading, Findings findings) throws LastGood.NotCompiled {
            this.reading = reading;
            this.findings = findings;
            try {
                this.inputs = (DOMImplementationLS) DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder().getDOMImplementation().getFeature("LS", "3.0");
            } catch (ParserConfigurationException e) {
                throw new LastGood.NotCompiled("the platform has no XML reader");
            }
        }

        @Override
        public LSInput resolveResource(String type, String namespace, String publicId, String reference, String base) {
            LSInput input = inputs.createLSInput();
            byte[] text = {};
            String address = MappingFolder.address("nothing");
            try {
                String name = MappingFolder.nameOf(base, reference);
                address = MappingFolder.address(name);
                text = reading.read(name);
            } catch (IOException e) {
                findings.add("it refers to a file that is not in its folder");
            }
            input.setSystemId(address);
            input.setByteStream(new ByteArrayInputStream(text));
            return input;
        }
    }
}
