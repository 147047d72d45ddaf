package io.eidroutes.consent.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eidroutes.consent.validation.Claims;
import io.eidroutes.failure.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** An engineer edits the mapping while it is in use. */
@ExtendWith(OutputCaptureExtension.class)
class MappingEditTest {

    private static final Path SHIPPED = Path.of("routes/consent/mapping");

    @TempDir
    private Path folder;
    private final AtomicLong nanos = new AtomicLong();
    private int edits;
    private RequestMapping mapping;
    private RequestSchema schema;

    @BeforeEach
    void copyTheShippedMapping() throws IOException {
        for (String file : new String[] {"request.xsl", Mappings.XSD}) {
            Files.copy(SHIPPED.resolve(file), folder.resolve(file));
        }
        MappingFolder copy = new MappingFolder("file:" + folder);
        mapping = new RequestMapping(new Stylesheet(copy, "request.xsl", nanos::get));
        schema = new RequestSchema(new XmlSchema(copy, Mappings.XSD, nanos::get));
    }

    @Test
    void whenTheStylesheetIsEditedThenTheNextMappingFollows() throws IOException {
        edit("request.xsl", "'lastName'", "'surname'");

        assertThat(mapped()).contains("<surname>Петров</surname>").doesNotContain("lastName");
    }

    @Test
    void whenTheStylesheetWasLookedAtWithinTheSecondThenItIsNotLookedAtAgain() throws IOException {
        edit("request.xsl", "'lastName'", "'surname'");
        nanos.addAndGet(-1_500_000_000L);

        assertThat(mapped()).contains("lastName");
    }

    @Test
    void whenTheStylesheetIsBrokenThenTheLastGoodOneStaysInUse(CapturedOutput output) throws IOException {
        edit("request.xsl", "claim:field('lastName'", "claim:feld('lastName'");

        assertThat(mapped()).contains("<lastName>Петров</lastName>");
        assertThat(output).containsPattern("request.xsl line \\d+ \\(XPST0017\\).*stays in use").doesNotContain("feld");
    }

    @Test
    void whenTheBrokenStylesheetIsMendedThenItIsUsed() throws IOException {
        edit("request.xsl", "'lastName'", "'lastName");
        mapped();
        edit("request.xsl", "'lastName", "'surname'");

        assertThat(mapped()).contains("<surname>Петров</surname>");
    }

    @Test
    void whenAnIncludedFileIsEditedThenTheNextMappingFollows() throws IOException {
        write("names.xsl", "<xsl:stylesheet version='3.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
                + "<xsl:variable name='last' select=\"'one'\"/></xsl:stylesheet>");
        edit("request.xsl", "<xsl:param name=\"json\"", "<xsl:include href=\"names.xsl\"/><xsl:param name=\"json\"");
        edit("request.xsl", "'lastName'", "$last");
        assertThat(mapped()).contains("<one>Петров</one>");

        edit("names.xsl", "'one'", "'two'");

        assertThat(mapped()).contains("<two>Петров</two>");
    }

    @Test
    void whenTheStylesheetDisappearsThenTheLastGoodOneStaysInUse(CapturedOutput output) throws IOException {
        Files.delete(folder.resolve("request.xsl"));
        nanos.addAndGet(2_000_000_000L);

        assertThat(mapped()).contains("<lastName>Петров</lastName>");
        assertThat(output).contains("it cannot be read");
    }

    @Test
    void whenTheSchemaIsEditedThenTheNextCheckFollows() throws IOException {
        byte[] xml = mapping.map(Claims.everyField());
        edit(Mappings.XSD, "<xs:enumeration value=\"DEV\"/>", "");

        assertThatThrownBy(() -> schema.check(xml)).isInstanceOf(Failure.class);
    }

    @Test
    void whenTheSchemaIsBrokenThenTheLastGoodOneStaysInUse(CapturedOutput output) throws IOException {
        byte[] xml = mapping.map(Claims.everyField());
        edit(Mappings.XSD, "type=\"PersonData\"", "type=\"PersonDate\"");

        assertThatCode(() -> schema.check(xml)).doesNotThrowAnyException();
        assertThat(output).containsPattern("1.0.2.xsd line \\d+.*stays in use").doesNotContain("PersonDate");
    }

    @Test
    void whenAnIncludedSchemaIsEditedThenTheNextCheckFollows() throws IOException {
        byte[] xml = mapping.map(Claims.everyField());
        String type = "<xs:simpleType name='Code'><xs:restriction base='xs:string'><xs:maxLength value='4'/>";
        write("codes.xsd", "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>" + type
                + "</xs:restriction></xs:simpleType></xs:schema>");
        edit(Mappings.XSD, "<xs:element name=\"ClaimPersonPermissionsRequest\">",
                "<xs:include schemaLocation=\"codes.xsd\"/><xs:element name=\"ClaimPersonPermissionsRequest\">");
        edit(Mappings.XSD, "type=\"RoutingCode\"", "type=\"Code\"");
        assertThatCode(() -> schema.check(xml)).doesNotThrowAnyException();

        edit("codes.xsd", "value='4'", "value='2'");

        assertThatThrownBy(() -> schema.check(xml)).isInstanceOf(Failure.class);
    }

    private String mapped() {
        return new String(mapping.map(Claims.everyField()), StandardCharsets.UTF_8);
    }

    private void edit(String file, String part, String instead) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(part);
        write(file, text.replace(part, instead));
    }

    /** Each edit has a time of its own, however fast they follow each other, and is old enough to be looked at. */
    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
        Files.setLastModifiedTime(folder.resolve(file), FileTime.from(Instant.now().plusSeconds(++edits)));
        nanos.addAndGet(2_000_000_000L);
    }
}
