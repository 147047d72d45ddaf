package io.eidroutes.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eidroutes.failure.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the elements of an array stand, to the octet, whatever they hold and wherever the reader's buffer ends. */
class ArrayElementsTest {

    @Test
    void whenElementsAreObjectsThenTheirOctetsAreFound() throws Exception {
        assertThat(elements(" [ {\"а\":\"]},{\\\"\"} ,\n{}, {\"b\":[{\"c\":[]}]}]  "))
                .containsExactly("{\"а\":\"]},{\\\"\"}", "{}", "{\"b\":[{\"c\":[]}]}");
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 4000, 7996, 7999, 8000, 8001, 20_000})
    void whenElementsAreLongerThanTheBufferThenTheirOctetsAreFound(int length) throws Exception {
        List<String> objects = IntStream.range(0, 20)
                .mapToObj(i -> "{\"number\":" + i + ",\"text\":\"" + "ы".repeat(length / 2) + "\"}").toList();

        assertThat(elements("[" + String.join(", ", objects) + "]")).containsExactlyElementsOf(objects);
    }

    @Test
    void whenElementsAreTextsThenTheirOctetsAreFound() throws Exception {
        assertThat(elements("[\"a\", \"" + "ы".repeat(9000) + "\", [1,2]]")).containsExactly("\"a\"", "\"" + "ы".repeat(9000) + "\"", "[1,2]");
    }

    @Test
    void whenMoreAreThereThanAllowedThenTheRestIsNotRead() {
        String endless = IntStream.range(0, 1000).mapToObj(String::valueOf).collect(Collectors.joining(",", "[", ",nonsense"));

        assertThatThrownBy(() -> ArrayElements.of(stream(endless), 0, 999, digest())).isInstanceOf(Failure.class)
                .hasMessage("validation too-large");
    }

    @Test
    void whenTheArrayIsReadThenTheDigestIsThatOfAllOctets() throws Exception {
        byte[] content = "[{},{}]\n".getBytes(StandardCharsets.UTF_8);
        MessageDigest digest = digest();

        ArrayElements.of(new ByteArrayInputStream(content), 0, 10, digest);

        assertThat(digest.digest()).isEqualTo(digest().digest(content));
    }

    private static List<String> elements(String array) throws Exception {
        byte[] content = array.getBytes(StandardCharsets.UTF_8);
        return ArrayElements.of(stream(array), 0, 100, digest()).stream()
                .map(element -> new String(Arrays.copyOfRange(content, (int) element.start(), (int) element.end()), StandardCharsets.UTF_8))
                .toList();
    }

    private static ByteArrayInputStream stream(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest digest() throws IOException {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IOException(e);
        }
    }
}
