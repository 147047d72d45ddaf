package io.eidroutes.consent.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The organisation signs with a key of 512 bits; СМЭВ, which verifies each call, keeps to its 256. */
class LongKeyTest extends OtherSettingsTest {

    private static final String METHOD = "urn:ietf:params:xml:ns:cpxmlsec:algorithms:gostr34102012-gostr34112012-512";

    @Test
    void whenTheKeyHas512BitsThenTheClaimIsAnsweredThroughIt() throws Exception {
        assertThat(answerTo(example())).isEqualTo(JSON.readTree(SUCCEEDED));

        assertThat(smev().received().messages()).singleElement().satisfies(message -> {
            assertThat(message.signatureMethod()).isEqualTo(Optional.of(METHOD));
            assertThat(message.accepted()).isTrue();
            assertThat(message.count()).isEqualTo(1);
        });
    }
}
