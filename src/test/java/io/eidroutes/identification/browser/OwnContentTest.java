package io.eidroutes.identification.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.failure.Catalogue;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page loads nothing of others and leads to none of them, so that none learns the URL it stands at (RFC 9700 §4.2). */
class OwnContentTest {

    private static final Pages PAGES = new Pages(Catalogue.load(), "/identifications", Optional.empty());

    @ParameterizedTest
    @ValueSource(strings = {"ru", "kk", "en"})
    void whenAPageIsShownThenItNamesNoOtherSite(String language) {
        Stream<byte[]> failures = Catalogue.load().entries().stream()
                .map(entry -> PAGES.failure(language, entry.family(), entry.code()));
        Stream<byte[]> others = Stream.of(PAGES.start(language), PAGES.outcome(language, "ready"),
                PAGES.outcome(language, "under-way"));

        assertThat(Stream.concat(failures, others)).isNotEmpty().allSatisfy(page ->
                assertThat(new String(page, StandardCharsets.UTF_8)).contains("<main")
                        .doesNotContain("//", "<script", "<iframe", "<img", "<a "));
    }
}
