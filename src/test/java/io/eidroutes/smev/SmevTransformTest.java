package io.eidroutes.smev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The nine rules of the transform, each by a vector. */
class SmevTransformTest {

    @Test
    void whenDeclarationInstructionsAndCommentsThenTheyAreCutOut() throws XMLStreamException {
        assertThat(transform("<?xml version=\"1.0\" encoding=\"UTF-8\"?><!-- 1 --><?go now?>"
                + "<a><!-- 2 --><b>x<?stop here?></b></a><!-- 3 -->"))
                .isEqualTo("<a><b>x</b></a>");
    }

    @Test
    void whenTextIsBlankThenItIsCutOutAndOtherTextIsNotTrimmed() throws XMLStreamException {
        assertThat(transform("<a>\n\t <b> x y </b>\r\n<c>&#13;&#9; </c>\n</a>"))
                .isEqualTo("<a><b> x y </b><c></c></a>");
    }

    @Test
    void whenBlankIsBeyondSpaceThenItIsKept() throws XMLStreamException {
        assertThat(transform("<a>\u00A0</a>")).isEqualTo("<a>\u00A0</a>");
    }

    @Test
    void whenTextIsLongAndEndsInBlanksThenAllOfItIsKept() throws XMLStreamException {
        String text = "я".repeat(3_999) + "&amp;" + " ".repeat(9_000);
        assertThat(transform("<a>" + text + "</a>")).isEqualTo("<a>" + text + "</a>");
    }

    @Test
    void whenElementIsEmptyThenStartAndEndTagAreWritten() throws XMLStreamException {
        assertThat(transform("<a><b/><c></c></a>")).isEqualTo("<a><b></b><c></c></a>");
    }

    @Test
    void whenPrefixIsDeclaredButNotUsedThenItIsDropped() throws XMLStreamException {
        assertThat(transform("<p:a xmlns:p=\"u:1\" xmlns:q=\"u:2\" xmlns=\"u:3\"><p:b/></p:a>"))
                .isEqualTo("<ns1:a xmlns:ns1=\"u:1\"><ns1:b></ns1:b></ns1:a>");
    }

    @Test
    void whenNamespaceIsFirstUsedBelowThenItIsDeclaredThere() throws XMLStreamException {
        assertThat(transform("<p:a xmlns:p=\"u:1\" xmlns:q=\"u:2\"><q:b><p:c/></q:b></p:a>"))
                .isEqualTo("<ns1:a xmlns:ns1=\"u:1\"><ns2:b xmlns:ns2=\"u:2\"><ns1:c></ns1:c></ns2:b></ns1:a>");
    }

    @Test
    void whenTwoPrefixesHaveOneNamespaceThenOneIsWritten() throws XMLStreamException {
        assertThat(transform("<p:a xmlns:p=\"u:1\" xmlns:q=\"u:1\" q:x=\"1\"><q:b/></p:a>"))
                .isEqualTo("<ns1:a xmlns:ns1=\"u:1\" ns1:x=\"1\"><ns1:b></ns1:b></ns1:a>");
    }

    @Test
    void whenSiblingsUseOneNamespaceThenEachDeclaresItWithTheNextNumber() throws XMLStreamException {
        assertThat(transform("<a xmlns:p=\"u:1\"><p:b><p:c/></p:b><p:b/><d/><p:e/></a>"))
                .isEqualTo("<a><ns1:b xmlns:ns1=\"u:1\"><ns1:c></ns1:c></ns1:b><ns2:b xmlns:ns2=\"u:1\"></ns2:b>"
                        + "<d></d><ns3:e xmlns:ns3=\"u:1\"></ns3:e></a>");
    }

    @Test
    void whenAttributesAreUnsortedThenNamespaceThenNameSortsThemAndUnqualifiedOnesComeLast() throws XMLStreamException {
        assertThat(transform("<a z=\"1\" xmlns:p=\"u:9\" xmlns:q=\"u:1\" p:b=\"2\" p:a=\"3\" q:c=\"4\" Y=\"5\"/>"))
                .isEqualTo("<a xmlns:ns1=\"u:1\" xmlns:ns2=\"u:9\" ns1:c=\"4\" ns2:a=\"3\" ns2:b=\"2\" Y=\"5\" z=\"1\"></a>");
    }

    @Test
    void whenElementAndAttributesDeclareThenTheElementsDeclarationIsFirst() throws XMLStreamException {
        assertThat(transform("<p:a xmlns:p=\"u:9\" xmlns:q=\"u:1\" xmlns:r=\"u:5\" r:x=\"1\" q:x=\"2\" p:x=\"3\"/>"))
                .isEqualTo("<ns1:a xmlns:ns1=\"u:9\" xmlns:ns2=\"u:1\" xmlns:ns3=\"u:5\""
                        + " ns2:x=\"2\" ns3:x=\"1\" ns1:x=\"3\"></ns1:a>");
    }

    @Test
    void whenTextHasSpecialCharactersThenTheyAreEscapedAsWoodstoxDoes() throws XMLStreamException {
        assertThat(transform("<a>&lt;&amp;'\"1 &gt; 2 ]]&gt;&#13;&#10;\t.</a>"))
                .isEqualTo("<a>&lt;&amp;'\"1 > 2 ]]&gt;&#xd;\n\t.</a>");
    }

    @Test
    void whenAttributeHasSpecialCharactersThenTheyAreEscapedAsWoodstoxDoes() throws XMLStreamException {
        assertThat(transform("<a b='&lt;&amp;\"&apos;&gt;&#9;&#10;&#13;'/>"))
                .isEqualTo("<a b=\"&lt;&amp;&quot;'>&#x9;&#xa;&#xd;\"></a>");
    }

    @Test
    void whenCharacterIsOutsideTheBasicPlaneThenItIsKept() throws XMLStreamException {
        assertThat(transform("<a b=\"\uD83D\uDE00\">&#x1F600;𠀋</a>")).isEqualTo("<a b=\"\uD83D\uDE00\">\uD83D\uDE00𠀋</a>");
    }

    @Test
    void whenTextIsInCdataThenItIsWrittenAsText() throws XMLStreamException {
        assertThat(transform("<a>x<![CDATA[ <y> ]]></a>")).isEqualTo("<a>x &lt;y> </a>");
    }

    @Test
    void whenXmlAttributeThenItKeepsItsPrefixUndeclared() throws XMLStreamException {
        assertThat(transform("<p:a xmlns:p=\"u:1\" xml:lang=\"ru\" b=\"1\"/>"))
                .isEqualTo("<ns1:a xmlns:ns1=\"u:1\" xml:lang=\"ru\" b=\"1\"></ns1:a>");
    }

    @Test
    void whenDefaultNamespaceIsUndeclaredThenTheElementHasNoPrefix() throws XMLStreamException {
        assertThat(transform("<a xmlns=\"u:1\"><b xmlns=\"\"><c/><d xmlns=\"u:1\"/></b></a>"))
                .isEqualTo("<ns1:a xmlns:ns1=\"u:1\"><b><c></c><ns1:d></ns1:d></b></ns1:a>");
    }

    @Test
    void whenElementOfADocumentThenOnlyItIsTransformedAndCommentsDoNotSplitText() throws XMLStreamException {
        Element root = new XmlReader().read(utf8("<w xmlns:p=\"u:1\"><p:a>x<!-- - --> <p:b/></p:a>tail</w>"))
                .orElseThrow().getDocumentElement();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XmlSecurity.ready();

        SmevTransform.apply((Element) root.getFirstChild(), out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("<ns1:a xmlns:ns1=\"u:1\">x <ns1:b></ns1:b></ns1:a>");
    }

    @Test
    void whenDoctypeThenRefused() {
        assertThatThrownBy(() -> transform("<!DOCTYPE a [<!ENTITY e \"x\">]><a/>"))
                .isInstanceOf(XMLStreamException.class);
    }

    private static String transform(String xml) throws XMLStreamException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SmevTransform.apply(new ByteArrayInputStream(utf8(xml)), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
