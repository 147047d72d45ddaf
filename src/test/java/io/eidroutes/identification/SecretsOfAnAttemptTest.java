package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** State, nonce, challenge and cookie are of one attempt alone, each 256 random bits (RFC 9700 §2.1.1). */
class SecretsOfAnAttemptTest extends IdentificationTest {

    @Test
    void whenAttemptsBeginThenNoneSharesASecretWithAnother() throws Exception {
        Begun begun = begin();
        List<String> secrets = new ArrayList<>();
        for (String path : List.of(begun.startPath(), begun.startPath(), begin().startPath())) {
            Browser browser = browser().start(path);
            secrets.addAll(List.of(browser.state(), browser.link().get("nonce"), browser.link().get("code_challenge")));
            secrets.addAll(browser.cookies().values());
        }

        assertThat(secrets).hasSize(12).doesNotHaveDuplicates()
                .allSatisfy(secret -> assertThat(secret).matches("[A-Za-z0-9_-]{43}"));
    }
}
