package io.eidroutes.smev;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

/** OpenSSL chosen where it cannot be had. */
class OpenSslGostTest {

    @Test
    void whenThereIsNoSuchLibraryThenTheSettingIsNamed() {
        assertThatThrownBy(() -> open("libnowhere.so.3", "gost"))
                .hasMessage("eid.smev.gost.library: libnowhere.so.3 cannot be loaded as libcrypto of OpenSSL 3");
    }

    @Test
    void whenTheLibraryIsAnotherThenTheSettingIsNamed() {
        assertThatThrownBy(() -> open("libc.so.6", "gost"))
                .hasMessage("eid.smev.gost.library: libc.so.6 cannot be loaded as libcrypto of OpenSSL 3");
    }

    @Test
    void whenThereIsNoSuchEngineThenTheSettingIsNamed() {
        assumeTrue(isInstalled(), "OpenSSL has no gost engine");

        assertThatThrownBy(() -> open("libcrypto.so.3", "nowhere"))
                .hasMessageStartingWith("eid.smev.gost.engine: OpenSSL finds no engine nowhere");
    }

    private static boolean isInstalled() {
        try {
            open("libcrypto.so.3", "gost");
            return true;
        } catch (IllegalArgumentException absent) {
            return false;
        }
    }

    private static void open(String library, String engine) {
        new SmevSettings.Gost("openssl", library, engine).open();
    }
}
