package io.eidroutes.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigestsTest {

    private static final byte[] CONTENT = "one content".getBytes(UTF_8);

    private final String file = KeysetFile.generate();
    private final Digests digests = new Digests(Keyset.parse(file));

    @Test
    void whenTheContentIsTheSameThenSoIsTheDigest() {
        assertThat(digests.digest(CONTENT)).isEqualTo(digests.digest(CONTENT.clone()))
                .isNotEqualTo(digests.digest("other content".getBytes(UTF_8)))
                .matches("[0-9a-f]{8}\\.[A-Za-z0-9_-]{43}");
    }

    @Test
    void whenThereAreSeveralKeysThenThePrimaryOneComesFirst() {
        assertThat(digests.candidates(CONTENT)).hasSize(2).first().isEqualTo(digests.digest(CONTENT));
    }

    @Test
    void whenRotatedThenTheOldDigestIsAmongTheCandidates() {
        Digests rotated = new Digests(Keyset.parse(KeysetFile.rotate(file)));

        assertThat(rotated.digest(CONTENT)).isNotEqualTo(digests.digest(CONTENT));
        assertThat(rotated.candidates(CONTENT)).hasSize(3).contains(digests.digest(CONTENT));
        assertThat(digests.candidates(CONTENT)).contains(rotated.digest(CONTENT));
    }

    @Test
    void whenTheKeysDifferThenTheDigestsDo() {
        Digests foreign = new Digests(Keyset.parse(KeysetFile.generate()));

        assertThat(foreign.candidates(CONTENT)).doesNotContain(digests.digest(CONTENT));
    }
}
