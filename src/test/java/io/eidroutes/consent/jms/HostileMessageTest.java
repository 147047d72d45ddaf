package io.eidroutes.consent.jms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.BytesMessage;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Properties steer nothing, and what is too long has an end of its own. */
class HostileMessageTest extends QueueTest {

    @ParameterizedTest
    @ValueSource(strings = {"Camel", "camel", "CAMEL", "cAmEl"})
    void whenPropertiesOfCamelAreSentThenTheyDoNothing(String camel) throws Exception {
        TextMessage request = text(example());
        for (String name : new String[] {"JmsDestinationName", "JmsDestination", "HttpUri", "HttpMethod", "FileName",
            "BeanMethodName", "ExceptionCaught", "RedeliveryCounter", "JmsMessageType", "SkipHttpResponse"}) {
            request.setStringProperty(camel + name, "elsewhere");
        }
        request.setStringProperty("org_DOT_apache_DOT_camel_DOT_Exchange", "x");
        request.setStringProperty("door", "http");
        request.setStringProperty("client", "other");
        request.setStringProperty("EID_Problem", "true");

        sendForReply(request);

        Message answer = only(REPLIES);
        assertThat(body(answer)).isEqualTo(SUCCEEDED);
        assertThat(answer.propertyExists("EID_Problem")).isFalse();
        assertThat(answer.propertyExists(camel + "HttpUri")).isFalse();
        assertThat(isEmpty("elsewhere")).isTrue();
    }

    @Test
    void whenAPropertyIsHugeThenItIsIgnored() throws Exception {
        TextMessage request = text(example());
        request.setStringProperty("Note", "x".repeat(100_000));

        sendForReply(request);

        Message answer = only(REPLIES);
        assertThat(body(answer)).isEqualTo(SUCCEEDED);
        assertThat(answer.propertyExists("Note")).isFalse();
    }

    @Test
    void whenTheBodyIsTooLongThenTheMessageIsRefusedAndKeptWhole() throws Exception {
        String body = " ".repeat(1_200_000);
        TextMessage request = text(body);
        sendForReply(request);
        refused(request, REPLIES, "too-large");

        BytesMessage bytes = session.createBytesMessage();
        bytes.writeBytes(new byte[1_200_000]);
        sendForReply(bytes);
        Message answer = next(queue(REPLIES));
        assertThat(answer.getStringProperty("EID_Failure_Code")).isEqualTo("too-large");
        assertThat(((BytesMessage) only(DEAD)).getBodyLength()).isEqualTo(1_200_000);
    }

    @Test
    void whenTheKeyIsTooLongThenTheMessageIsRefused() throws Exception {
        TextMessage request = text(example());
        request.setStringProperty("IdempotencyKey", "k".repeat(256));

        sendForReply(request);

        assertThat(refused(request, REPLIES, "invalid-claim").at("/errors/0/rule").asText()).isEqualTo("idempotency-key-length");
    }

    @Test
    void whenTheCorrelationIdIsTooLongThenTheMessageIsRefusedUnderItsMessageId() throws Exception {
        TextMessage request = text(example());
        request.setJMSCorrelationID("c".repeat(1001));

        sendForReply(request);

        Message answer = next(queue(REPLIES));
        assertThat(answer.getJMSCorrelationID()).isEqualTo(request.getJMSMessageID());
        assertThat(answer.getStringProperty("EID_Failure_Code")).isEqualTo("invalid-request");
    }
}
