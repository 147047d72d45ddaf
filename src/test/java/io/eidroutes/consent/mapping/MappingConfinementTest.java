package io.eidroutes.consent.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.eidroutes.consent.validation.Claims;
import io.eidroutes.failure.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A mapping reads nothing outside its folder, writes nothing, and says nothing about what it maps. */
@ExtendWith(OutputCaptureExtension.class)
class MappingConfinementTest {

    private static final String START = "<xsl:stylesheet version='3.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
            + "<xsl:param name='json'/>";

    @TempDir
    private Path parent;
    private Path folder;

    @BeforeEach
    void placeAFileOutside() throws IOException {
        folder = Files.createDirectory(parent.resolve("mapping"));
        Files.writeString(parent.resolve("outside.xml"), "<outside/>");
        Files.writeString(folder.resolve("inside.xml"), "<inside/>");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "doc('FOLDER/../outside.xml')", "doc('../outside.xml')", "document('../outside.xml')",
            "doc('http://127.0.0.1:9/x')", "unparsed-text('FOLDER/../outside.xml')", "unparsed-text('../outside.xml')",
            "unparsed-text-lines('FOLDER/../outside.xml')", "json-doc('FOLDER/../outside.xml')",
            "collection('FOLDER/..')", "uri-collection('FOLDER/..')", "collection()",
            "transform(map{'stylesheet-location': 'FOLDER/../outside.xml'})", "error()"})
    void whenAStylesheetReachesOutsideThenTheMappingFails(String expression) throws IOException {
        RequestMapping mapping = mapping("<xsl:copy-of select=\"" + expression.replace("FOLDER", folder.toUri().toString())
                + "\"/>");

        assertThat(catchThrowableOfType(Failure.class, () -> mapping.map(Claims.documented())).code())
                .isEqualTo("EID-MAPPING");
    }

    @Test
    void whenAStylesheetReadsAFileOfItsFolderThenItMay() throws IOException {
        byte[] result = mapping("<xsl:copy-of select=\"doc('inside.xml')\"/>").map(Claims.documented());

        assertThat(new String(result, StandardCharsets.UTF_8)).contains("<inside/>");
    }

    @Test
    void whenAStylesheetWritesAFileThenItDoesNotCompile() {
        assertThatThrownBy(() -> mapping("<xsl:result-document href='written.xml'><a/></xsl:result-document>"))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("XTSE0010");
    }

    @Test
    void whenAStylesheetNamesAnExternalEntityThenItDoesNotCompile() throws IOException {
        Files.writeString(folder.resolve("request.xsl"), "<!DOCTYPE a [<!ENTITY x SYSTEM '" + parent.toUri()
                + "outside.xml'>]>" + START + "<xsl:template name='xsl:initial-template'>&x;</xsl:template></xsl:stylesheet>");

        assertThatThrownBy(() -> new Stylesheet(new MappingFolder("file:" + folder), "request.xsl"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whenTheFolderIsPackedThenItMapsLikeTheOneOnDisk() {
        MappingFolder packed = new MappingFolder("classpath:packed/routes/consent/mapping");

        assertThat(new RequestMapping(new Stylesheet(packed, "request.xsl")).map(Claims.everyField()))
                .isEqualTo(Mappings.request().map(Claims.everyField()));
    }

    @Test
    void whenAStylesheetAsksForTheEnvironmentThenThereIsNone() throws IOException {
        byte[] result = mapping("<a><xsl:value-of select=\"environment-variable('PATH')\"/>"
                + "<xsl:value-of select='available-environment-variables()'/></a>").map(Claims.documented());

        assertThat(new String(result, StandardCharsets.UTF_8)).contains("<a/>");
    }

    @Test
    void whenAStylesheetWritesMessagesThenTheyGoNowhere(CapturedOutput output) throws IOException {
        mapping("<xsl:message select='$json'/><xsl:sequence select=\"trace($json, 'x')\"/>").map(Claims.documented());
        RequestMapping failing = mapping("<xsl:message terminate='yes' select='$json'/>");

        assertThatThrownBy(() -> failing.map(Claims.documented())).isInstanceOf(Failure.class);
        assertThat(output).doesNotContain("Петров").doesNotContain("1000320657");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside.xsl", "FOLDER/../outside.xsl", "http://127.0.0.1:9/x.xsl", "absent.xsl"})
    void whenAStylesheetIncludesWhatIsNotInItsFolderThenItDoesNotCompile(String href) throws IOException {
        Files.writeString(parent.resolve("outside.xsl"), START + "</xsl:stylesheet>");
        Files.writeString(folder.resolve("request.xsl"), START + "<xsl:include href='"
                + href.replace("FOLDER/", folder.toUri().toString()) + "'/></xsl:stylesheet>");

        assertThatThrownBy(() -> new Stylesheet(new MappingFolder("file:" + folder), "request.xsl"))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("request.xsl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside.xsd", "FOLDER/../outside.xsd", "http://127.0.0.1:9/x.xsd", "absent.xsd"})
    void whenASchemaIncludesWhatIsNotInItsFolderThenItDoesNotCompile(String location) throws IOException {
        Files.writeString(parent.resolve("outside.xsd"), "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'/>");
        Files.writeString(folder.resolve("a.xsd"), "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>"
                + "<xs:include schemaLocation='" + location.replace("FOLDER/", folder.toUri().toString())
                + "'/><xs:element name='a'/></xs:schema>");

        assertThatThrownBy(() -> new XmlSchema(new MappingFolder("file:" + folder), "a.xsd"))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("a.xsd");
    }

    private RequestMapping mapping(String body) throws IOException {
        Files.writeString(folder.resolve("request.xsl"), START + "<xsl:template name='xsl:initial-template'>" + body
                + "</xsl:template></xsl:stylesheet>");
        return new RequestMapping(new Stylesheet(new MappingFolder("file:" + folder), "request.xsl"));
    }
}
