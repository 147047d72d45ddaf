package io.eidroutes.identification.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.failure.Catalogue;
import io.eidroutes.failure.CatalogueEntry;
import io.eidroutes.failure.Family;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.util.HtmlUtils;

/** Whatever fails, the page speaks to the person who reads it. */
class FailurePageTest {

    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final Set<Family> ABOUT_PERSONS =
            EnumSet.of(Family.AITU_AUTHORIZATION, Family.AITU_TOKEN, Family.ID_TOKEN, Family.COID);

    /** One for all: a new one would read its templates anew. */
    private static final Pages PAGES = new Pages(CATALOGUE, "/identifications", Optional.empty());

    static Stream<CatalogueEntry> entries() {
        return CATALOGUE.entries().stream();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void whenItFailsThenThePageNamesNoSettingAndNothingThatAProgramDoes(CatalogueEntry entry) {
        for (String language : List.of("ru", "kk", "en")) {
            String page = page(entry, language);

            assertThat(page).contains(entry.message().in(language)).doesNotContain("eid.", "Idempotency", "DNS", "??");
        }
    }

    @ParameterizedTest
    @MethodSource("entries")
    void whenTheAdviceSpeaksToThePersonThenAllOfItIsShownElseWhatAPersonCanDo(CatalogueEntry entry) {
        for (String language : List.of("ru", "kk", "en")) {
            String[] advice = entry.advice().in(language).split("\n");
            if (ABOUT_PERSONS.contains(entry.family()) && !entry.adviceForOperator()) {
                assertThat(page(entry, language)).contains(advice);
            } else {
                assertThat(page(entry, language)).doesNotContain(advice)
                        .containsAnyOf("поддержку организации", "қолдау қызметіне", "the support of the organisation");
            }
        }
    }

    private static String page(CatalogueEntry entry, String language) {
        return HtmlUtils.htmlUnescape(new String(PAGES.failure(language, entry.family(), entry.code()), StandardCharsets.UTF_8));
    }
}
