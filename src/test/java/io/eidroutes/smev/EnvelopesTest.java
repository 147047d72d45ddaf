package io.eidroutes.smev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class EnvelopesTest {

    private static final String TYPES = "urn://x-artefacts-smev-gov-ru/services/message-exchange/types/";
    private static final UUID ID = UUID.fromString("c232ab00-9414-11ec-b3c8-9f6bdeced846");
    private static final Instant NOW = Instant.parse("2026-03-01T10:20:30.123456Z");
    private static final byte[] CONTENT = utf8("<c:Root xmlns:c=\"urn:c\"><c:a>1</c:a></c:Root>");

    private final GostKeys keys = GostKeys.selfSigned(GostAlgorithm.GOST_2012_256, "bank");

    @Test
    void whenSendRequestThenElementsStandInTheOrderOfTheSchema() {
        Document envelope = read(envelopes(Map.of("node-id", "node-1")).sendRequest(ID, CONTENT, NOW));

        assertThat(names(envelope.getDocumentElement())).containsExactly("soap:Header", "soap:Body");
        Element request = first(body(envelope));
        assertThat(request.getLocalName()).isEqualTo("SendRequestRequest");
        assertThat(names(request)).containsExactly("t:SenderProvidedRequestData", "t:CallerInformationSystemSignature");
        Element data = first(request);
        assertThat(data.getAttribute("Id")).isEqualTo("SIGNED_BY_CONSUMER");
        assertThat(names(data)).containsExactly(
                "t:MessageID", "t:NodeID", "t:EOL", "b:MessagePrimaryContent", "t:TestMessage");
        assertThat(Elements.text(data, "MessageID")).contains(ID.toString());
        assertThat(Elements.text(data, "NodeID")).contains("node-1");
        assertThat(Elements.text(data, "EOL")).contains("2026-03-01T10:20:30.123Z");
    }

    @Test
    void whenRealTrafficWithoutNodeThenNeitherElementIsWritten() {
        Document envelope = read(envelopes(Map.of("test-message", "false")).sendRequest(ID, CONTENT, NOW));

        assertThat(names(first(first(body(envelope))))).containsExactly("t:MessageID", "t:EOL", "b:MessagePrimaryContent");
    }

    @Test
    void whenGetResponseThenItFiltersByTheRequestRoot() {
        Document envelope = read(envelopes(Map.of()).getResponse(Optional.of("node-1")));

        Element request = first(body(envelope));
        assertThat(request.getLocalName()).isEqualTo("GetResponseRequest");
        assertThat(names(request)).containsExactly("b:MessageTypeSelector", "t:CallerInformationSystemSignature");
        Element selector = first(request);
        assertThat(selector.getAttribute("Id")).isEqualTo("SIGNED_BY_CALLER");
        assertThat(names(selector)).containsExactly("b:NamespaceURI", "b:RootElementLocalName", "b:Timestamp", "b:NodeID");
        assertThat(Elements.text(selector, "NamespaceURI")).contains("urn://mincomsvyaz/esia/claim_person_permissions/1.0.2");
        assertThat(Elements.text(selector, "RootElementLocalName")).contains("ClaimPersonPermissionsRequest");
        assertThat(Elements.text(selector, "Timestamp")).contains("2026-03-01T10:20:30.123Z");
    }

    @Test
    void whenAckThenItNamesTheResponse() {
        Document envelope = read(envelopes(Map.of()).ack("a-response-id"));

        Element request = first(body(envelope));
        assertThat(request.getLocalName()).isEqualTo("AckRequest");
        assertThat(names(request)).containsExactly("b:AckTargetMessage", "t:CallerInformationSystemSignature");
        Element target = first(request);
        assertThat(target.getTextContent()).isEqualTo("a-response-id");
        assertThat(target.getAttribute("accepted")).isEqualTo("true");
        assertThat(target.getAttribute("Id")).isEqualTo("SIGNED_BY_CALLER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1", "1.2", "1.3"})
    void whenSchemaVersionThenTheNamespacesFollow(String version) {
        Document envelope = read(envelopes(Map.of("schema-version", version)).sendRequest(ID, CONTENT, NOW));

        Element request = first(body(envelope));
        assertThat(request.getNamespaceURI()).isEqualTo(TYPES + version);
        Element content = Elements.required(first(request), "MessagePrimaryContent");
        assertThat(content.getNamespaceURI()).isEqualTo(TYPES + "basic/" + version);
    }

    @ParameterizedTest
    @EnumSource(GostAlgorithm.class)
    void whenSignedThenDigestAndSignatureHold(GostAlgorithm algorithm) throws Exception {
        GostKeys pair = GostKeys.selfSigned(algorithm, "bank");
        Document envelope = read(envelopes(pair, Map.of()).sendRequest(ID, CONTENT, NOW));

        SignedParts parts = SignedParts.of(envelope);

        assertThat(parts.digest()).isEqualTo(MessageDigest.getInstance(algorithm.jcaDigest(), BouncyCastle.PROVIDER)
                .digest(parts.digestedOctets()));
        assertThat(verifies(pair, parts)).isTrue();
        assertThat(parts.certificate()).isEqualTo(pair.certificate().getEncoded());
    }

    @Test
    void whenSignedThenTheSignatureIsTheOneThatIsDocumented() {
        String envelope = text(envelopes(Map.of()).ack("id"));
        String signedInfo = envelope.substring(envelope.indexOf("<ds:SignedInfo>"), envelope.indexOf("<ds:DigestValue>"));

        assertThat(signedInfo).isEqualTo("<ds:SignedInfo>"
                + "<ds:CanonicalizationMethod Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"></ds:CanonicalizationMethod>"
                + "<ds:SignatureMethod Algorithm=\"urn:ietf:params:xml:ns:cpxmlsec:algorithms:gostr34102012-gostr34112012-256\">"
                + "</ds:SignatureMethod><ds:Reference URI=\"#SIGNED_BY_CALLER\"><ds:Transforms>"
                + "<ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"></ds:Transform>"
                + "<ds:Transform Algorithm=\"urn://smev-gov-ru/xmldsig/transform\"></ds:Transform></ds:Transforms>"
                + "<ds:DigestMethod Algorithm=\"urn:ietf:params:xml:ns:cpxmlsec:algorithms:gostr34112012-256\"></ds:DigestMethod>");
    }

    @ParameterizedTest
    @EnumSource(GostAlgorithm.class)
    void whenSignedThenNoWhiteSpaceStandsInTheSignature(GostAlgorithm algorithm) {
        String envelope = text(envelopes(GostKeys.selfSigned(algorithm, "bank"), Map.of()).ack("id"));
        String signature = envelope.substring(envelope.indexOf("<ds:Signature "), envelope.indexOf("</ds:Signature>"));

        assertThat(signature).doesNotContainPattern(">\\s").doesNotContainPattern("\\s<").doesNotContain("\n", "&#xD;");
    }

    @Test
    void whenContentHasRareCharactersThenTheyArriveUnchanged() throws Exception {
        String rare = "  leading &#13;\r\n\t]]&gt; &lt; &amp; > \uD83D\uDE00 𠀋 \u0085 &quot; ";
        byte[] content = utf8("\uFEFF<?xml version=\"1.0\" encoding=\"UTF-8\"?><!-- c --><r xmlns=\"urn:r\" a=\"&#9;&#10;&#13;&quot;'\">"
                + rare + "<n xmlns=\"\"/><![CDATA[<x>]]></r>");

        Document envelope = read(envelopes(Map.of()).sendRequest(ID, content, NOW));

        Element root = first(Elements.required(first(first(body(envelope))), "MessagePrimaryContent"));
        assertThat(root.getTextContent())
                .isEqualTo("  leading \r\n\t]]> < & > \uD83D\uDE00 𠀋 \u0085 \" <x>");
        assertThat(root.getAttribute("a")).isEqualTo("\t\n\r\"'");
        assertThat(first(root).getNamespaceURI()).isNull();
        assertThat(verifies(keys, SignedParts.of(envelope))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "<a>", "<!DOCTYPE a [<!ENTITY e \"secret\">]><a>&e;</a>"})
    void whenContentIsNoPlainXmlThenRefusedWithoutQuotingIt(String content) {
        assertThatThrownBy(() -> envelopes(Map.of()).sendRequest(ID, utf8(content), NOW))
                .isInstanceOf(IllegalArgumentException.class).hasNoCause()
                .hasMessage("the business content is not well-formed XML without DOCTYPE");
    }

    private Envelopes envelopes(Map<String, String> changes) {
        return envelopes(keys, changes);
    }

    private static Envelopes envelopes(GostKeys pair, Map<String, String> changes) {
        return new Envelopes(SmevSettingsSamples.with(changes), pair.signer(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static boolean verifies(GostKeys pair, SignedParts parts) throws GeneralSecurityException {
        Signature check = Signature.getInstance(pair.algorithm().jcaSignature(), BouncyCastle.PROVIDER);
        check.initVerify(Certificates.publicKey(pair.certificate()));
        check.update(parts.signedInfo());
        return check.verify(parts.signatureValue());
    }

    private static Document read(byte[] xml) {
        return new XmlReader().read(xml).orElseThrow();
    }

    private static Element body(Document envelope) {
        return Elements.required(envelope.getDocumentElement(), "Body");
    }

    private static Element first(Element parent) {
        return Elements.children(parent).get(0);
    }

    private static List<String> names(Element parent) {
        List<String> names = new ArrayList<>();
        for (Element child : Elements.children(parent)) {
            names.add(child.getNodeName());
        }
        return names;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
