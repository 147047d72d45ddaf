package io.eidroutes.consent.mapping;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.lib.ResourceRequest;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.Serializer;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XmlProcessingError;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltCompiler;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.trans.XPathException;

/**
 * An XSLT 3.0 stylesheet of the mapping folder. An edit of it, or of a file it includes, takes effect within a second
 * or two; one that does not compile is logged (file, line, code of the error) and the last good one stays in use.
 *
 * <p>A stylesheet reads nothing but its input and files of its own folder, writes nothing but its result, and its
 * messages go nowhere: they would quote what is mapped. Safe for use by many threads.
 */
public final class Stylesheet {

    private static final QName ENTRY = new QName("http://www.w3.org/1999/XSL/Transform", "initial-template");

    private final Processor processor;
    private final LastGood<XsltExecutable> executable;

    /**
     * Compiles the stylesheet.
     *
     * @param folder the folder of the stylesheet and of all it includes
     * @param name   the name of the file, for instance {@code request.xsl}
     * @throws IllegalStateException if it does not compile
     */
    public Stylesheet(MappingFolder folder, String name) {
        this(folder, name, System::nanoTime);
    }

    Stylesheet(MappingFolder folder, String name, LongSupplier nanoTime) {
        this.processor = ConfinedSaxon.processor(folder);
        this.executable = new LastGood<>(folder, name, reading -> compile(name, reading), nanoTime);
    }

    /** The result of the template {@code xsl:initial-template} with one stylesheet parameter, in UTF-8. */
    byte[] call(String parameter, String value) throws SaxonApiException {
        Xslt30Transformer transformer = transformer();
        transformer.setStylesheetParameters(Map.of(new QName(parameter), new XdmAtomicValue(value)));
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        transformer.callTemplate(ENTRY, utf8(transformer, result));
        return result.toByteArray();
    }

    /** The result of applying the stylesheet to a document, in UTF-8. */
    byte[] apply(Source document) throws SaxonApiException {
        Xslt30Transformer transformer = transformer();
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        transformer.transform(document, utf8(transformer, result));
        return result.toByteArray();
    }

    private Xslt30Transformer transformer() {
        Xslt30Transformer transformer = executable.current().load30();
        ConfinedSaxon.confine(transformer);
        return transformer;
    }

    private static Serializer utf8(Xslt30Transformer transformer, ByteArrayOutputStream result) {
        Serializer serializer = transformer.newSerializer(result);
        serializer.setOutputProperty(Serializer.Property.ENCODING, StandardCharsets.UTF_8.name());
        return serializer;
    }

    private XsltExecutable compile(String name, LastGood.Reading reading) throws LastGood.NotCompiled {
        List<XmlProcessingError> errors = new ArrayList<>();
        XsltCompiler compiler = processor.newXsltCompiler();
        compiler.setErrorReporter(errors::add);
        compiler.setResourceResolver(request -> included(request, reading));
        try {
            byte[] text = reading.read(name);
            return compiler.compile(new StreamSource(new ByteArrayInputStream(text), MappingFolder.address(name)));
        } catch (IOException e) {
            throw new LastGood.NotCompiled("it cannot be read");
        } catch (SaxonApiException e) {
            throw new LastGood.NotCompiled(place(errors));
        }
    }

    private static Source included(ResourceRequest request, LastGood.Reading reading) throws XPathException {
        try {
            String name = MappingFolder.nameOf(request.uri);
            return new StreamSource(new ByteArrayInputStream(reading.read(name)), MappingFolder.address(name));
        } catch (IOException e) {
            throw new XPathException("A stylesheet includes files of its own folder only", "XTSE0165");
        }
    }

    private static String place(List<XmlProcessingError> errors) {
        return errors.stream().filter(error -> !error.isWarning()).findFirst()
                .map(error -> fileOf(error) + " line " + error.getLocation().getLineNumber()
                        + (error.getErrorCode() == null ? "" : " (" + error.getErrorCode().getLocalName() + ")"))
                .orElse("it is not a stylesheet");
    }

    private static String fileOf(XmlProcessingError error) {
        try {
            return MappingFolder.nameOf(error.getLocation().getSystemId());
        } catch (IOException e) {
            return "an included file";
        }
    }
}
