package io.eidroutes.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.eidroutes.failure.FailureRoute.Branch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue, the routers and the treatments say the same. */
class CatalogueTest {

    private static final Catalogue CATALOGUE = Catalogue.load();

    /** What a caller can get as a problem document. */
    private static final Set<Family> ANSWERED = Set.of(Family.VALIDATION, Family.AITU_TOKEN, Family.ID_TOKEN);
    private static final Set<String> OF_OURS_AT_THE_DOOR =
            Set.of("internal-error", "EID-MAINTENANCE", "EID-STORE-UNREACHABLE", "EID-TOO-MANY-CLAIMS");

    static List<Family> routedFamilies() {
        return FailureRoute.routedFamilies();
    }

    static Set<String> treatments() {
        return FailureRoute.treatments();
    }

    @ParameterizedTest
    @MethodSource("routedFamilies")
    void whenCodeIsInTheCatalogueThenItHasExactlyOneBranch(Family family) {
        List<String> branches = FailureRoute.routerOf(family).branches("failureCode").stream().map(Branch::value).toList();
        assertThat(branches).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(codes(family));
    }

    @Test
    void whenFamilyHasNoRouterThenItHasNoCodes() {
        Set<Family> withCodes = Stream.of(Family.values()).filter(family -> !codes(family).isEmpty()).collect(Collectors.toSet());
        assertThat(routedFamilies()).isNotEmpty().containsExactlyInAnyOrderElementsOf(withCodes);
    }

    @ParameterizedTest
    @MethodSource("routedFamilies")
    void whenBranchIsTakenThenItLeadsToExactlyOneKnownTreatment(Family family) {
        assertThat(FailureRoute.routerOf(family).branches("failureCode")).isNotEmpty().allSatisfy(branch ->
                assertThat(branch.leadsTo()).as(branch.value()).singleElement().isIn(treatments()));
        assertThat(FailureRoute.routerOf(family).otherwise()).singleElement().isIn(treatments());
    }

    @ParameterizedTest
    @MethodSource("routedFamilies")
    void whenOneLineIsChangedThenOneCodeHasAnotherTreatmentAndNothingElseChanges(Family family) throws IOException {
        List<String> shipped = Files.readAllLines(FailureRoute.FOLDER.resolve(FailureRoute.routerFile(family)));
        List<Branch> branches = FailureRoute.routerOf(family).branches("failureCode");
        for (Branch branch : branches) {
            FailureRoute moved = FailureRoute.read(FailureRoute.moved(shipped, branch.value(), "elsewhere"));
            assertThat(moved.branches("failureCode")).containsExactlyElementsOf(branches.stream()
                    .map(other -> other == branch ? new Branch(branch.value(), List.of("elsewhere")) : other).toList());
            assertThat(moved.otherwise()).isEqualTo(FailureRoute.routerOf(family).otherwise());
        }
    }

    @ParameterizedTest
    @MethodSource("routedFamilies")
    void whenBranchLeadsToATreatmentThenTheCatalogueNamesItsKind(Family family) {
        assertThat(FailureRoute.routerOf(family).branches("failureCode")).allSatisfy(branch ->
                assertThat(kindsOf(branch.leadsTo())).as(branch.value())
                        .contains(CATALOGUE.find(family, branch.value()).kind().label()));
        assertThat(kindsOf(FailureRoute.routerOf(family).otherwise()))
                .contains(CATALOGUE.find(family, Catalogue.OTHERWISE).kind().label());
    }

    @ParameterizedTest
    @MethodSource("treatments")
    void whenTreatmentIsChosenThenKindAndRetryableAreSetTogether(String treatment) {
        FailureRoute route = FailureRoute.of(treatment);
        assertThat(route.route().path("id").asText()).isEqualTo(treatment);
        assertThat(route.possibleKinds()).isNotEmpty()
                .isSubsetOf(Stream.of(Kind.values()).map(Kind::label).collect(Collectors.toSet()));
        assertThat(route.variable("retryable").isPresent()).isEqualTo(route.kind().isPresent());
    }

    @Test
    void whenFamilyHasARouterThenRouteFailureLeadsToIt() {
        assertThat(FailureRoute.of("route-failure").branches("failureFamily")).containsExactlyInAnyOrderElementsOf(
                routedFamilies().stream()
                        .map(family -> new Branch(family.label(), List.of("route-" + family + "-failure"))).toList());
        assertThat(FailureRoute.of("route-failure").otherwise()).containsExactly("keep-unknown");
    }

    @Test
    void whenCodeIsNotNamedThenOtherwiseOfItsFamilySpeaks() {
        CatalogueEntry entry = CATALOGUE.find(Family.ESIA, "ESIA-999999");
        assertThat(entry.family()).isEqualTo(Family.ESIA);
        assertThat(entry.code()).isEqualTo(Catalogue.OTHERWISE);
        assertThat(CATALOGUE.knows(Family.ESIA, "ESIA-999999")).isFalse();
        assertThat(CATALOGUE.knows(Family.ESIA, Catalogue.OTHERWISE)).isFalse();
    }

    @Test
    void whenCodeIsNamedThenItsDocumentedTextIsVerbatim() {
        CatalogueEntry entry = CATALOGUE.find(Family.ESIA, "ESIA-036703");
        assertThat(CATALOGUE.knows(Family.ESIA, "ESIA-036703")).isTrue();
        assertThat(entry.message().in("ru")).isEqualTo("Указанные скоупы выходят за рамки разрешенных для типа согласия");
        assertThat(entry.message().in("fr")).isEqualTo(entry.message().en());
    }

    @Test
    void whenFailureIsAnsweredAsAProblemThenItHasAStatus() {
        assertThat(CATALOGUE.entries()).allSatisfy(entry -> assertThat(entry.status().isPresent()).as(entry.code())
                .isEqualTo(ANSWERED.contains(entry.family()) || OF_OURS_AT_THE_DOOR.contains(entry.code())
                        || entry.family() == Family.AITU_AUTHORIZATION && entry.code().startsWith("EID-")));
    }

    @Test
    void whenCatalogueIsWrongThenOneSentenceStopsTheStart() {
        String complete = Stream.of(Family.values()).map(family -> entry(family.label(), "otherwise", ""))
                .collect(Collectors.joining());
        assertRefused(complete + entry("esia", "A", "") + entry("esia", "A", ""), "there are two entries esia A");
        assertRefused(entry("esia", "A", ""), "the family aitu-authorization has no entry otherwise");
        assertRefused(complete + "- {family: esia, code: A, kind: user}", "the entry esia A has no text at message/ru");
        assertRefused(complete + entry("essia", "A", ""), "the entry essia A has an unknown family");
        assertRefused(complete + entry("esia", "A", ", kinds: user"), "the entry esia A has an unknown key kinds");
        assertRefused(complete + entry("esia", "A", ", status: 200"), "the entry esia A has a status that is no HTTP error");
        assertRefused(complete + entry("esia", "A", ", arrived: maybe"), "the entry esia A has an unknown value of arrived");
        assertRefused(complete + entry("esia", "A", ", kind: retry"), "it is not proper YAML near line 10");
    }

    @Test
    void whenNothingIsKnownOfASendingThenTheMessageMayHaveArrived() {
        assertThat(CATALOGUE.find(Family.TRANSPORT, "connection-refused").arrived()).isEqualTo(Arrival.NO);
        assertThat(CATALOGUE.find(Family.TRANSPORT, "read-timeout").arrived()).isEqualTo(Arrival.UNCLEAR);
        assertThat(CATALOGUE.find(Family.TRANSPORT, "undocumented").arrived()).isEqualTo(Arrival.UNCLEAR);
        assertThat(CATALOGUE.find(Family.TRANSPORT, "client-error").arrived()).isEqualTo(Arrival.REFUSED);
        assertThat(CATALOGUE.find(Family.SMEV_FAULT, "InvalidContent").arrived()).isEqualTo(Arrival.REFUSED);
        assertThat(CATALOGUE.find(Family.SMEV_FAULT, "undocumented").arrived()).isEqualTo(Arrival.UNCLEAR);
    }

    @Test
    void whenEntryHasMatchesThenTheyAreKept() throws IOException {
        String yaml = Stream.of(Family.values()).map(family -> entry(family.label(), "otherwise", ""))
                .collect(Collectors.joining()) + entry("aitu-token", "A", ", match: [one, two]");
        Catalogue catalogue = read(yaml);
        assertThat(catalogue.find(Family.AITU_TOKEN, "A").match()).containsExactly("one", "two");
        assertThat(catalogue.find(Family.ID_TOKEN, "A").match()).isEmpty();
    }

    private static Set<String> codes(Family family) {
        return CATALOGUE.entries().stream()
                .filter(entry -> entry.family() == family)
                .map(CatalogueEntry::code)
                .filter(code -> !code.equals(Catalogue.OTHERWISE))
                .collect(Collectors.toSet());
    }

    private static Set<String> kindsOf(List<String> treatments) {
        return treatments.stream().flatMap(to -> FailureRoute.of(to).possibleKinds().stream()).collect(Collectors.toSet());
    }

    private static String entry(String family, String code, String more) {
        return "- {family: " + family + ", code: " + code + ", kind: user, message: {ru: a, kk: b, en: c}, "
                + "advice: {ru: a, kk: b, en: c}, source: ours" + more + "}\n";
    }

    private static void assertRefused(String yaml, String why) {
        assertThatIllegalStateException().isThrownBy(() -> read(yaml))
                .withMessage("The catalogue failures.yaml cannot be used: " + why + ".");
    }

    private static Catalogue read(String yaml) throws IOException {
        return Catalogue.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
