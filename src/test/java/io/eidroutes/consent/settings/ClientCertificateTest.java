package io.eidroutes.consent.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The endpoint demands a client certificate, and the application shows the one of its settings. */
class ClientCertificateTest extends OtherSettingsTest {

    @Test
    void whenTheEndpointDemandsAClientCertificateThenTheClaimIsAnsweredWithOurs() throws Exception {
        assertThat(answerTo(example())).isEqualTo(JSON.readTree(SUCCEEDED));

        assertThat(FRONT.seen()).isNotEmpty().containsOnly(CLIENT.certificate());
    }
}
