package io.eidroutes.simulator.smev;

import static io.eidroutes.simulator.smev.HandMade.ORGANISATION;
import static io.eidroutes.simulator.smev.HandMade.claim;
import static io.eidroutes.simulator.smev.HandMade.data;
import static io.eidroutes.simulator.smev.HandMade.newMessageId;
import static io.eidroutes.simulator.smev.HandMade.sendRequest;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmevRefusalTest extends SimulatorTest {

    private static final SigningKey STRANGER = key("Stranger", Instant.parse("2050-01-01T00:00:00Z"));

    @Test
    void whenTheHeaderIsMissingThenPoorSoapEnvelopeFormat() throws Exception {
        refused("PoorSOAPEnvelopeFormat", sendRequest(newMessageId()).replace("<soap:Header/>", ""));
    }

    @Test
    void whenTheSignatureIsMissingThenNoSignatureFound() throws Exception {
        refused("NoSignatureFound", sendRequest(newMessageId())
                .replaceAll("<t:CallerInformationSystemSignature>.*</t:CallerInformationSystemSignature>", ""));
    }

    @Test
    void whenAnotherElementIsSignedThenIncorrectSignatureTarget() throws Exception {
        refused("IncorrectSignatureTarget", sendRequest(newMessageId()).replace("URI=\"#SIGNED_BY_CONSUMER\"", "URI=\"#OTHER\""));
    }

    @Test
    void whenTheIdIsThereTwiceThenIncorrectSignatureTarget() throws Exception {
        refused("IncorrectSignatureTarget",
                sendRequest(newMessageId()).replace("<soap:Header/>", "<soap:Header><x Id=\"SIGNED_BY_CONSUMER\"/></soap:Header>"));
    }

    @Test
    void whenTheContentWasChangedThenSignatureIsInvalid() throws Exception {
        refused("SignatureIsInvalid", sendRequest(newMessageId()).replace("Петров", "Иванов"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"urn://smev-gov-ru/xmldsig/transform", "gostr34112012-256\"></ds:DigestMethod", "<ds:Reference "})
    void whenTheFormOfTheSignatureDiffersThenSignatureIsInvalid(String changed) throws Exception {
        String broken = changed.startsWith("<") ? "\n" + changed : "x" + changed;
        refused("SignatureIsInvalid", sendRequest(newMessageId()).replace(changed, broken));
    }

    @Test
    void whenTheCertificateIsNotRegisteredThenCertificateIsNotFound() throws Exception {
        String data = data(newMessageId(), "", claim(), "");
        refused("CertificateIsNotFound", sendRequest(data, STRANGER));

        smev.registerCertificate(STRANGER.certificate());

        assertThat(call(sendRequest(data, STRANGER)).statusCode()).isEqualTo(200);
    }

    @Test
    void whenTheCertificateHasExpiredThenCertificateIsExpired() throws Exception {
        SigningKey expired = key("Expired", Instant.now().minus(Duration.ofDays(1)));
        smev.registerCertificate(expired.certificate());

        refused("CertificateIsExpired", sendRequest(data(newMessageId(), "", claim(), ""), expired));
    }

    @Test
    void whenAnAckOfSchema11DoesNotSayWhetherItAcceptsThenInvalidContent() throws Exception {
        String ack = HandMade.ack(newMessageId(), true).replace("/1.3\"", "/1.1\"").replace(" accepted=\"true\"", "");

        HttpResponse<String> answer = call(ack);

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("types/faults/1.1", "InvalidContent", "'accepted' must appear");
    }

    @Test
    void whenSignaturesAreNotCheckedThenAChangedContentPasses() throws Exception {
        HandMade.post("http://127.0.0.1:" + simulators.port() + "/smev/control/settings", "{\"checkSignatures\":false}");

        assertThat(call(sendRequest(newMessageId()).replace("Петров", "Иванов")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2f5e3b1a-7a53-4a8e-9d0f-000000000001", "2F5E3B1A-7A53-11EE-9D0F-000000000001", "1"})
    void whenTheMessageIdIsNoLowerCaseUuidOfVersion1ThenInvalidMessageIdFormat(String id) throws Exception {
        refused("InvalidMessageIdFormat", sendRequest(id));
    }

    @Test
    void whenTheMessageIdIsTooOldThenStaleMessageId() throws Exception {
        long old = System.currentTimeMillis() - Duration.ofHours(25).toMillis();
        refused("StaleMessageId", sendRequest(HandMade.messageId(old)));

        smev.settings(smev.settings().withMessageIdLifeSeconds(Duration.ofHours(26).toSeconds()));

        assertThat(call(sendRequest(HandMade.messageId(old))).statusCode()).isEqualTo(200);
    }

    @Test
    void whenEolHasPassedThenEndOfLifeReached() throws Exception {
        refused("EndOfLifeReached", signed("<ns1:EOL>2020-01-01T00:00:00+03:00</ns1:EOL>", claim(), ""));
    }

    @Test
    void whenTestMessageIsNotAsExpectedThenInvalidContent() throws Exception {
        smev.settings(smev.settings().withTestMessages(Settings.TestMessages.REQUIRED));
        refused("InvalidContent", sendRequest(newMessageId()));
        smev.settings(smev.settings().withTestMessages(Settings.TestMessages.FORBIDDEN));
        refused("InvalidContent", signed("", claim(), "<ns1:TestMessage></ns1:TestMessage>"));
    }

    @Test
    void whenTheContentIsOfAnUnknownTypeThenBusinessDataTypeIsNotSupported() throws Exception {
        refused("BusinessDataTypeIsNotSupported", signed("", claim().replace("1.0.2", "1.0.3"), ""));
    }

    @Test
    void whenTheOrderOfTheBusinessContentDiffersThenInvalidContentWithTheWordsOfSmev() throws Exception {
        String swapped = claim().replaceAll("(<ns3:lastName>.*</ns3:lastName>)(<ns3:firstName>.*</ns3:firstName>)", "$2$1");

        HttpResponse<String> answer = call(signed("", swapped, ""));

        assertThat(fault(answer)).isEqualTo("InvalidContent");
        assertThat(text(answer.body(), "Code")).isEqualTo("SMEV-403");
        assertThat(text(answer.body(), "Description"))
                .startsWith("SMEV-403:Бизнес-данные сообщения не соответствуют схеме, зарегистрированной в СМЭВ. MessageId = ");
        assertThat(text(answer.body(), "ValidationError")).contains("lastName");
    }

    @Test
    void whenTheOrderOfTheEnvelopeDiffersThenInvalidContent() throws Exception {
        refused("InvalidContent", signed("<ns1:EOL>2050-01-01T00:00:00Z</ns1:EOL><ns1:NodeID>1</ns1:NodeID>", claim(), ""));
        refused("InvalidContent", signed("<ns1:NodeID>" + "n".repeat(51) + "</ns1:NodeID>", claim(), ""));
        refused("InvalidContent", signed("<ns1:EOL>tomorrow</ns1:EOL>", claim(), ""));
    }

    @Test
    void whenTheSelectorHasANamespaceWithoutARootThenInvalidContent() throws Exception {
        assertThat(fault(call(HandMade.selector("<ns1:NamespaceURI>urn:x</ns1:NamespaceURI>", "")))).isEqualTo("InvalidContent");
    }

    @Test
    void whenTheBodyIsNoEnvelopeThenAFaultWithoutDetail() throws Exception {
        for (String body : new String[] {"", "no xml", "<!DOCTYPE x []><x/>", "<x/>"}) {
            HttpResponse<String> answer = call(body);
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).contains("faultcode").doesNotContain("detail");
        }
    }

    private void refused(String fault, String request) throws Exception {
        assertThat(fault(call(request))).isEqualTo(fault);
        assertThat(smev.received().totals().refusals()).containsKey(fault);
    }

    private static String signed(String before, String content, String after) {
        return sendRequest(data(newMessageId(), before, content, after), ORGANISATION);
    }

    private static SigningKey key(String name, Instant until) {
        return SigningKey.generate(name, "", Instant.parse("2020-01-01T00:00:00Z"), until);
    }
}
