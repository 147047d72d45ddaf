package io.eidroutes.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class PersonalDataTest {

    private static final byte[] PLAIN = "{\"last_name\": \"Exampleva\"}".getBytes(UTF_8);

    private final String file = KeysetFile.generate();
    private final PersonalData data = new PersonalData(Keyset.parse(file));
    private final UUID row = UUID.randomUUID();

    @Test
    void whenEncryptedThenThePlainTextIsNotInItAndComesBack() {
        byte[] encrypted = data.encrypt(PLAIN, "claim", row, "payload");

        assertThat(new String(encrypted, UTF_8)).doesNotContain("Exampleva");
        assertThat(data.decrypt(encrypted, "claim", row, "payload")).isEqualTo(PLAIN);
    }

    @Test
    void whenReadInAnotherPlaceThenItDoesNotDecrypt() {
        byte[] encrypted = data.encrypt(PLAIN, "claim", row, "payload");

        assertThatThrownBy(() -> data.decrypt(encrypted, "answer", row, "payload")).isInstanceOf(Undecryptable.class);
        assertThatThrownBy(() -> data.decrypt(encrypted, "claim", UUID.randomUUID(), "payload"))
                .isInstanceOf(Undecryptable.class);
        assertThatThrownBy(() -> data.decrypt(encrypted, "claim", row, "response"))
                .isInstanceOf(Undecryptable.class).hasNoCause().hasMessageContaining("claim.response");
    }

    @Test
    void whenChangedThenItDoesNotDecrypt() {
        byte[] encrypted = data.encrypt(PLAIN, "claim", row, "payload");
        encrypted[encrypted.length - 1] ^= 1;

        assertThatThrownBy(() -> data.decrypt(encrypted, "claim", row, "payload")).isInstanceOf(Undecryptable.class);
    }

    @Test
    void whenRotatedThenOldRowsAreReadAndNewOnesUseTheNewKey() {
        byte[] old = data.encrypt(PLAIN, "claim", row, "payload");
        PersonalData rotated = new PersonalData(Keyset.parse(KeysetFile.rotate(KeysetFile.rotate(file))));

        assertThat(rotated.decrypt(old, "claim", row, "payload")).isEqualTo(PLAIN);
        byte[] fresh = rotated.encrypt(PLAIN, "claim", row, "payload");
        assertThatThrownBy(() -> data.decrypt(fresh, "claim", row, "payload")).isInstanceOf(Undecryptable.class);
    }

    @Test
    void whenAnotherNodeHasRotatedAlreadyThenThisOneReadsWhatItWrites() {
        PersonalData other = new PersonalData(Keyset.parse(KeysetFile.rotate(file)));

        byte[] fresh = other.encrypt(PLAIN, "claim", row, "payload");

        assertThat(data.decrypt(fresh, "claim", row, "payload")).isEqualTo(PLAIN);
    }
}
