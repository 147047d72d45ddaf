package io.eidroutes.consent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tells a message that is delivered again from another one. */
class RedeliveryTest {

    private static final String MESSAGE = "<soap:Envelope a=\"1\"><soap:Body><ns2:MessageId>m-1</ns2:MessageId>"
            + "<ns2:DeliveryTimestamp>2026-01-01T00:00:00.000+03:00</ns2:DeliveryTimestamp><ds:DigestValue>ZGln</ds:DigestValue>"
            + "<ds:SignatureValue Id=\"s\">c2ln</ds:SignatureValue><content>text</content></soap:Body></soap:Envelope>";

    @Test
    void whenOnlyTheDeliveryIsNewThenItIsTheSameMessage() {
        assertThat(unchanging(MESSAGE.replace("2026-01-01", "2026-01-02").replace("ZGln", "b3Ro").replace("c2ln", "ZXIx")))
                .isEqualTo(unchanging(MESSAGE));
    }

    @Test
    void whenItIsWrappedInAnotherMultipartThenItIsTheSameMessage() {
        String part = "--%s\r\nContent-Type: application/xop+xml\r\nContent-ID: <root@cxf>\r\n\r\n%s\r\n--%s--\r\n";

        assertThat(unchanging(part.formatted("uuid:1", MESSAGE, "uuid:1"))).isEqualTo(unchanging(part.formatted("uuid:2", MESSAGE, "uuid:2")))
                .isEqualTo(unchanging(MESSAGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"m-1", "text", "a=\"1\"", "Id=\"s\"", "ns2:DeliveryTimestamp>"})
    void whenAnythingElseDiffersThenItIsAnotherMessage(String part) {
        assertThat(unchanging(MESSAGE.replace(part, part + " "))).isNotEqualTo(unchanging(MESSAGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<", "no XML at all", "<a:Envelope>", "<DeliveryTimestamp"})
    void whenItIsNoEnvelopeThenItIsTakenAsItIs(String raw) {
        assertThat(unchanging(raw)).isEqualTo(raw);
    }

    private static String unchanging(String raw) {
        return new String(Redelivery.unchanging(raw.getBytes(UTF_8)), UTF_8);
    }
}
