package io.eidroutes.smev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eidroutes.failure.Failure;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers that somebody changed on their way. Each begins with one that verifies. */
class SignatureAttackTest {

    private static GostKeys smev;
    private static GostKeys sender;
    private static String genuine;

    private final SignatureVerifier verifier = new SignatureVerifier(
            List.of(smev.certificate()), List.of(sender.certificate()), new BouncyCastleGost(), Clock.systemUTC());

    @BeforeAll
    static void sign() {
        smev = GostKeys.selfSigned(GostAlgorithm.GOST_2012_256, "smev");
        sender = GostKeys.selfSigned(GostAlgorithm.GOST_2012_512, "sender");
        genuine = Answers.text(Answers.signedResponse(Answers.CONTENT, smev.signer(), sender.signer()));
    }

    @Test
    void whenUnchangedThenAccepted() {
        assertAccepted(genuine);
    }

    @ParameterizedTest
    @CsvSource({"да</c:Answer>,нет</c:Answer>", "original-1,original-2", "response-1,response-2", "ESIA,ESIB",
            "<t:To>to</t:To>,''", "urn:c,urn:d", "<t:To>to</t:To>,<t:To>to</t:To><t:RequestRejected/>"})
    void whenSignedDataIsChangedThenInvalid(String from, String to) {
        assertRefused(change(from, to), "EID-SIGNATURE-INVALID");
    }

    @Test
    void whenDigestIsAdaptedToTheChangeThenInvalid() {
        String forged = Answers.text(Answers.signedResponse(Answers.CONTENT.replace("да", "нет"),
                GostKeys.selfSigned(GostAlgorithm.GOST_2012_256, "smev").signer(), sender.signer()));
        String smevPart = genuine.substring(genuine.indexOf("<t:SMEVSignature>"));
        String forgedPart = forged.substring(forged.indexOf("<t:SMEVSignature>"));

        assertRefused(forged.replace(forgedPart, smevPart.replace(digest(smevPart), digest(forgedPart))),
                "EID-SIGNATURE-INVALID");
    }

    @ParameterizedTest
    @CsvSource({
            "http://www.w3.org/2001/10/xml-exc-c14n#\"></ds:CanonicalizationMethod>,"
                    + "http://www.w3.org/TR/2001/REC-xml-c14n-20010315\"></ds:CanonicalizationMethod>",
            "gostr34102012-gostr34112012-256,gostr34102012-gostr34112012-512",
            "gostr34112012-256\"></ds:DigestMethod>,gostr34112012-1\"></ds:DigestMethod>",
            "<ds:Transform Algorithm=\"urn://smev-gov-ru/xmldsig/transform\"></ds:Transform>,''",
            "urn://smev-gov-ru/xmldsig/transform,http://www.w3.org/TR/1999/REC-xpath-19991116",
            "URI=\"#SIGNED_BY_SMEV\",URI=\"\"",
            "URI=\"#SIGNED_BY_SMEV\",URI=\"#METADATA\"",
            "URI=\"#SIGNED_BY_SMEV\",URI=\"#xpointer(id('SIGNED_BY_SMEV'))\"",
            "URI=\"#SIGNED_BY_SMEV\",Type=\"http://www.w3.org/2000/09/xmldsig#Manifest\" URI=\"#SIGNED_BY_SMEV\"",
            "</ds:KeyInfo></ds:Signature></t:SMEVSignature>,</ds:KeyInfo><ds:Object/></ds:Signature></t:SMEVSignature>",
            "<ds:SignatureValue>,<ds:SignatureValue>AAAA",
            "</ds:SignedInfo>,text</ds:SignedInfo>"})
    void whenTheSignatureIsReshapedThenInvalid(String from, String to) {
        assertRefused(change(from, to), "EID-SIGNATURE-INVALID");
    }

    @Test
    void whenASecondReferenceIsAddedThenInvalid() {
        String reference = genuine.substring(
                genuine.indexOf("<ds:Reference"), genuine.indexOf("</ds:Reference>") + "</ds:Reference>".length());

        assertRefused(change("</ds:SignedInfo>", reference + "</ds:SignedInfo>"), "EID-SIGNATURE-INVALID");
    }

    @Test
    void whenThereAreTwoSignaturesThenInvalid() {
        String last = genuine.substring(genuine.lastIndexOf("<ds:Signature "), genuine.indexOf("</t:SMEVSignature>"));

        assertRefused(change("<t:SMEVSignature>", "<t:SMEVSignature>" + last), "EID-SIGNATURE-INVALID");
    }

    @Test
    void whenTheSignedElementIsHiddenAndAnotherReadThenRefused() {
        String signed = genuine.substring(genuine.indexOf("<t:Response "), genuine.indexOf("</t:Response>") + "</t:Response>".length());
        String forged = signed.replace(">да<", ">нет<");

        assertRefused(genuine.replace(signed, forged + "<x>" + signed + "</x>"), "EID-SIGNATURE-INVALID");
        assertRefused(genuine.replace(signed, forged.replace("SIGNED_BY_SMEV", "OTHER") + "<x>" + signed + "</x>"),
                "EID-SIGNATURE-INVALID");
        assertRefused(genuine.replace(signed, forged.replace(" Id=\"SIGNED_BY_SMEV\"", "") + "<x>" + signed + "</x>"),
                "EID-SIGNATURE-INVALID");
    }

    @Test
    void whenTheIdentifierStandsTwiceInTheDocumentThenInvalid() {
        assertRefused(change("<soap:Body>", "<soap:Header><x id=\"SIGNED_BY_SMEV\"/></soap:Header><soap:Body>"),
                "EID-SIGNATURE-INVALID");
        assertRefused(change("<soap:Body>", "<soap:Header><x xml:id=\"SIGNED_BY_CALLER\"/></soap:Header><soap:Body>"),
                "EID-SIGNATURE-INVALID");
    }

    @Test
    void whenAnElementIsDoubledThenUnreadable() {
        assertThatThrownBy(() -> verify(change("</t:ResponseMessage>", "<t:Response/></t:ResponseMessage>")))
                .isInstanceOf(Failure.class).hasMessage("transport unreadable-answer");
        assertThatThrownBy(() -> verify(change("<t:SMEVSignature>", "<t:SMEVSignature/><t:SMEVSignature>")))
                .isInstanceOf(Failure.class).hasMessage("transport unreadable-answer");
    }

    @Test
    void whenCertificateIsExchangedForAnotherTrustedOneThenInvalid() {
        String own = certificate(genuine, 0);
        String other = certificate(genuine, genuine.indexOf("<t:SMEVSignature>"));
        SignatureVerifier trustsBoth = new SignatureVerifier(
                List.of(smev.certificate(), sender.certificate()), List.of(), new BouncyCastleGost(), Clock.systemUTC());

        assertThatThrownBy(() -> trustsBoth.verifyResponse(
                Answers.only(Answers.read(genuine.replace(other, own)), "ResponseMessage")))
                .isInstanceOf(Failure.class).hasMessage("smev-fault EID-SIGNATURE-INVALID");
    }

    @Test
    void whenCertificateIsNoneThenInvalid() {
        String other = certificate(genuine, genuine.indexOf("<t:SMEVSignature>"));

        assertRefused(genuine.replace(other, "AAAA"), "EID-SIGNATURE-INVALID");
        assertRefused(genuine.replace(other, "!"), "EID-SIGNATURE-INVALID");
    }

    @Test
    void whenTheSignatureWasIndentedOnItsWayThenAccepted() {
        String indented = genuine.replace("><ds:", ">\n  <ds:").replace("></ds:", ">\n</ds:");

        assertThat(indented).isNotEqualTo(genuine);
        assertAccepted(indented);
    }

    @Test
    void whenIndentedAndChangedThenInvalid() {
        assertRefused(genuine.replace("><ds:", ">\n  <ds:").replace(">да<", ">нет<"), "EID-SIGNATURE-INVALID");
    }

    private void assertAccepted(String answer) {
        assertThatCode(() -> verify(answer)).doesNotThrowAnyException();
    }

    private void assertRefused(String answer, String code) {
        assertThat(answer).isNotEqualTo(genuine);
        assertThatThrownBy(() -> verify(answer)).isInstanceOf(Failure.class).hasMessage("smev-fault " + code);
    }

    private void verify(String answer) {
        verifier.verifyResponse(Answers.only(Answers.read(answer), "ResponseMessage"));
    }

    /** The genuine answer with the last occurrence changed: that of the signature of СМЭВ where both have it. */
    private static String change(String from, String to) {
        int at = genuine.lastIndexOf(from);
        return at < 0 ? genuine : genuine.substring(0, at) + to + genuine.substring(at + from.length());
    }

    private static String digest(String text) {
        return between(text, 0, "<ds:DigestValue>", "</ds:DigestValue>");
    }

    private static String certificate(String text, int from) {
        return between(text, from, "<ds:X509Certificate>", "</ds:X509Certificate>");
    }

    private static String between(String text, int from, String start, String end) {
        int begin = text.indexOf(start, from) + start.length();
        return text.substring(begin, text.indexOf(end, begin));
    }
}
