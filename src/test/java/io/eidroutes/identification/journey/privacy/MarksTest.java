package io.eidroutes.identification.journey.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A scan that finds nothing proves something only if it would have found it. */
class MarksTest {

    private static final String NAME = "Тайнофамилин";

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc"})
    void whenAMarkIsThereInAnyFormThenItIsFound(String before) {
        Marks marks = new Marks();
        marks.add("name", NAME);
        String text = before + NAME + before;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThat(marks.in(text)).containsExactly("name");
        assertThat(marks.in(text.getBytes(StandardCharsets.UTF_16LE))).containsExactly("name");
        assertThat(marks.in(new String(bytes, StandardCharsets.ISO_8859_1))).containsExactly("name");
        assertThat(marks.in(URLEncoder.encode(text, StandardCharsets.UTF_8))).containsExactly("name");
        assertThat(marks.in(Base64.getEncoder().encodeToString(bytes))).containsExactly("name");
        assertThat(marks.in(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))).containsExactly("name");
        assertThat(marks.in(text.replace("нофам", "-"))).isEmpty();
    }
}
