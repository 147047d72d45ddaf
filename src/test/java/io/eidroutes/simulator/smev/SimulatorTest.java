package io.eidroutes.simulator.smev;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.simulator.Simulators;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** A stand-in of its own for each test, whose answers are there at once. */
abstract class SimulatorTest {

    protected Simulators simulators;
    protected SmevSimulator smev;

    @BeforeEach
    void start() {
        simulators = Simulators.start(0);
        smev = simulators.smev();
        smev.settings(Settings.standard().withAnswerDelayMillis(0));
    }

    @AfterEach
    void stop() {
        simulators.close();
    }

    protected HttpResponse<String> call(String envelope) throws IOException, InterruptedException {
        return HandMade.post(simulators.smevEndpoint(), envelope);
    }

    /** Sends a request that has to be accepted; returns its MessageID. */
    protected String send() throws IOException, InterruptedException {
        String messageId = HandMade.newMessageId();
        assertThat(call(HandMade.sendRequest(messageId)).statusCode()).isEqualTo(200);
        return messageId;
    }

    protected String receive() throws IOException, InterruptedException {
        HttpResponse<String> answer = call(HandMade.getResponse(""));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    protected static Document parsed(String xml) {
        return Xml.parse(xml.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    /** The text of the first element of that path of local names. */
    protected static String text(String xml, String... path) {
        var element = parsed(xml).getDocumentElement();
        for (String name : path) {
            NodeList found = element.getElementsByTagNameNS("*", name);
            assertThat(found.getLength()).as("%s in %s", name, Arrays.toString(path)).isPositive();
            element = (org.w3c.dom.Element) found.item(0);
        }
        return element.getTextContent();
    }

    /** The name of the refusal in a SOAP fault. */
    protected static String fault(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(500);
        Document document = parsed(response.body());
        var detail = (org.w3c.dom.Element) document.getElementsByTagName("detail").item(0);
        var element = Xml.children(detail).get(0);
        assertThat(element.getNamespaceURI()).endsWith("types/faults/1.3");
        return element.getLocalName().equals("SignatureVerificationFault")
                ? Xml.text(element, element.getNamespaceURI(), "SignatureVerificationFault").orElseThrow()
                : element.getLocalName();
    }
}
