package io.eidroutes.consent.mapping;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.Configuration;
import net.sf.saxon.lib.EnvironmentVariableResolver;
import net.sf.saxon.lib.Feature;
import net.sf.saxon.lib.Logger;
import net.sf.saxon.lib.ResourceRequest;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.trans.XPathException;

/**
 * Saxon without network, files outside the mapping folder, environment, extension functions and output of its own. Its
 * messages quote what it works on, which is personal, so they go nowhere.
 */
final class ConfinedSaxon {

    private ConfinedSaxon() {
    }

    static Processor processor(MappingFolder folder) {
        Processor processor = new Processor(false);
        Configuration configuration = processor.getUnderlyingConfiguration();
        configuration.setResourceResolver(request -> resource(request, folder));
        configuration.setLogger(new Silence());
        processor.setConfigurationProperty(Feature.ALLOWED_PROTOCOLS, MappingFolder.SCHEME);
        // No extension functions; and xsl:result-document, which would write files, does not compile either.
        processor.setConfigurationProperty(Feature.ALLOW_EXTERNAL_FUNCTIONS, false);
        processor.setConfigurationProperty(Feature.DISABLE_XSL_EVALUATE, true);
        processor.setConfigurationProperty(Feature.COLLECTION_FINDER, (context, uri) -> {
            throw new XPathException("There are no collections", "FODC0002");
        });
        processor.setConfigurationProperty(Feature.ENVIRONMENT_VARIABLE_RESOLVER, new NoEnvironment());
        return processor;
    }

    static void confine(Xslt30Transformer transformer) {
        transformer.setErrorReporter(error -> { });
        transformer.setMessageHandler(message -> { });
        transformer.setTraceFunctionDestination(new Silence());
    }

    private static Source resource(ResourceRequest request, MappingFolder folder) throws XPathException {
        try {
            String name = MappingFolder.nameOf(request.uri);
            return new StreamSource(new ByteArrayInputStream(folder.read(name)), MappingFolder.address(name));
        } catch (IOException e) {
            throw new XPathException("A mapping reads files of its own folder only", "FODC0002");
        }
    }

    private static final class Silence extends Logger {
        @Override
        public void println(String message, int severity) {
            // Nothing: see the class.
        }
    }

    private static final class NoEnvironment implements EnvironmentVariableResolver {
        @Override
        public Set<String> getAvailableEnvironmentVariables() {
            return Set.of();
        }

        @Override
        public String getEnvironmentVariable(String name) {
            return "";
        }
    }
}
