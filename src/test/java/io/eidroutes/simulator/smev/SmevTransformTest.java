package io.eidroutes.simulator.smev;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SmevTransformTest {

    @Test
    void whenThereAreInstructionsCommentsAndWhiteSpaceThenTheyAreCut() {
        assertThat(transformed("<?xml version=\"1.0\"?><!-- c --><a>\n <!-- c --><?p i?> <b> x </b>\t</a>"))
                .isEqualTo("<a><b> x </b></a>");
    }

    @Test
    void whenSiblingsShareANamespaceThenEachDeclaresItWithTheNextNumber() {
        assertThat(transformed("<r xmlns='urn:r' xmlns:x='urn:x' xmlns:unused='urn:u'><x:a/><x:b/></r>"))
                .isEqualTo("<ns1:r xmlns:ns1=\"urn:r\"><ns2:a xmlns:ns2=\"urn:x\"></ns2:a><ns3:b xmlns:ns3=\"urn:x\"></ns3:b></ns1:r>");
    }

    @Test
    void whenAttributesAreQualifiedThenTheyAreSortedByNamespaceAndUnqualifiedOnesComeLast() {
        assertThat(transformed("<r xmlns='urn:m' b='1' a='2' xmlns:z='urn:a' xmlns:y='urn:z' y:k='3' z:q='4' z:p='5'/>"))
                .isEqualTo("<ns1:r xmlns:ns1=\"urn:m\" xmlns:ns2=\"urn:a\" xmlns:ns3=\"urn:z\""
                        + " ns2:p=\"5\" ns2:q=\"4\" ns3:k=\"3\" a=\"2\" b=\"1\"></ns1:r>");
    }

    @Test
    void whenCharactersNeedEscapingThenItIsDoneAsWoodstoxDoes() {
        assertThat(transformed("<a b='&lt;&gt;&amp;&quot;&#9;&#10;&#13;'>&gt;1&lt;&amp;&#13;]&gt;&gt;</a>"))
                .isEqualTo("<a b=\"&lt;>&amp;&quot;&#x9;&#xa;&#xd;\">&gt;1&lt;&amp;&#xd;]&gt;></a>");
    }

    @Test
    void whenATextIsLongThenTheGreaterThanSignIsEscapedBehindEscapedCharactersToo() {
        assertThat(transformed("<a>twelve &lt;&gt; &gt;</a>")).isEqualTo("<a>twelve &lt;> ></a>");
        assertThat(transformed("<a>twelve signs &lt;&gt; &gt;</a>")).isEqualTo("<a>twelve signs &lt;&gt; ></a>");
    }

    private static String transformed(String xml) {
        return SmevTransform.textOf(Xml.parse(xml.getBytes(StandardCharsets.UTF_8)).orElseThrow().getDocumentElement());
    }
}
