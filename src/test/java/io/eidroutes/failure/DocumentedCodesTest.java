package io.eidroutes.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue holds what the documents list, in their words, and says of every code in three languages what to do. */
class DocumentedCodesTest {

    private static final Catalogue CATALOGUE = Catalogue.load();
    /** As in "RFC 6749 §5.2 (standard)". */
    private static final Pattern WITH_STANDING = Pattern.compile(".+ \\((D|S|P|standard|standard, P)\\)");
    /** Letters that Kazakh has and Russian has not. */
    private static final Pattern KAZAKH = Pattern.compile(".*[әғқңөұүһіӘҒҚҢӨҰҮҺІ].*", Pattern.DOTALL);
    private static final Pattern CYRILLIC = Pattern.compile(".*[а-яё].*", Pattern.DOTALL);

    static List<CatalogueEntry> entries() {
        return CATALOGUE.entries();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "/failure/documented-codes.csv", delimiter = '|', numLinesToSkip = 1, maxCharsPerColumn = 8192)
    void whenADocumentListsACodeThenTheCatalogueHasItInItsWords(String family, String code, String standing, String text) {
        CatalogueEntry entry = CATALOGUE.find(FamilyNames.of(family), code);

        assertThat(entry.code()).isEqualTo(code);
        assertThat(entry.source()).satisfiesAnyOf(
                source -> assertThat(source).isEqualTo(standing),
                source -> assertThat(source).contains("(" + standing));
        if (text != null) {
            assertThat(entry.message().ru()).isEqualTo(text);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/failure/documented-codes.csv", delimiter = '|', numLinesToSkip = 1, maxCharsPerColumn = 8192)
    void whenTheMessageOfCoidIsDocumentedThenItIsRecognised(String family, String code, String standing, String text) {
        if (family.equals("coid")) {
            String split = text.replace(" ", " \u00a0\n");
            for (String written : List.of(text, "  " + text + " ", split, text.toUpperCase(Locale.ROOT))) {
                assertThat(CATALOGUE.matching(Family.COID, written).map(CatalogueEntry::code)).contains(code);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("entries")
    void whenACodeIsInTheCatalogueThenMessageAndAdviceAreInThreeLanguages(CatalogueEntry entry) {
        for (Wording wording : List.of(entry.message(), entry.advice())) {
            assertThat(wording.ru()).isNotBlank().matches(CYRILLIC).doesNotMatch(KAZAKH);
            assertThat(wording.kk()).isNotBlank().matches(CYRILLIC).isNotEqualTo(wording.ru());
            assertThat(wording.en()).isNotBlank().doesNotMatch(CYRILLIC);
        }
        // A sentence may do without them, two hardly.
        assertThat(entry.message().kk() + entry.advice().kk()).matches(KAZAKH);
        assertThat(entry.message().en()).isNotEqualTo(entry.advice().en());
    }

    @ParameterizedTest
    @MethodSource("entries")
    void whenACodeIsInTheCatalogueThenItsSourceHasAStanding(CatalogueEntry entry) {
        assertThat(entry.source()).satisfiesAnyOf(
                source -> assertThat(source).isEqualTo(Catalogue.OURS),
                source -> assertThat(source).matches(WITH_STANDING));
    }

    /** Methodical recommendations of СМЭВ 3, 3.5, AsyncProcessingStatus; what the eight others do is shown by the tests of asynchronous statuses. */
    @Test
    void whenAStatusOfSmevIsInterimThenItIsNoFailure() {
        Set<String> interim = Set.of("requestIsQueued", "requestIsAcceptedBySmev", "requestIsProcessed", "underProcessing",
                "responseIsQueued", "responseIsAcceptedBySmev", "responseIsProcessed", "messageIsDelivered");

        assertThat(interim).noneMatch(status -> CATALOGUE.knows(Family.SMEV_FAULT, status));
    }

    /** Names of families as they stand in files. */
    private static final class FamilyNames {
        private static final Map<String, Family> BY_LABEL =
                Stream.of(Family.values()).collect(Collectors.toMap(Family::label, Function.identity()));

        static Family of(String label) {
            return BY_LABEL.get(label);
        }
    }
}
