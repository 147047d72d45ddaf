package io.eidroutes.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each mistake, made in a copy of the shipped routes, is found where it is, and nothing else is. */
class SeededMistakesTest {

    private static final String ACCEPT = "consent/accept.camel.yaml";
    private static final String LATE = "consent/late-answer.camel.yaml";
    private static final String DOOR = "consent/from-jms.camel.yaml";
    private static RouteCheck check;

    @TempDir
    private Path empty;
    private RoutesCopy routes;

    @BeforeAll
    static void prepare() {
        check = new RouteCheck(DocumentedSettings.ofThisApplication());
    }

    @BeforeEach
    void copy() throws IOException {
        routes = RoutesCopy.small(empty);
    }

    /** One text in the place of another; the line is that of the new text. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "consent/accept    | method: permit            | methd: permit          | Camel knows no `methd` in `bean`.",
        "consent/accept    | - bean:                   | - baen:                | Camel knows no `baen` here.",
        "consent/read-claim | constant:               | konstant:              | Camel knows no `konstant` in `setVariable`.",
        "consent/send      | simple:                   | simpel:                | Camel knows no `simpel` here.",
        "consent/from-jms  | transacted: true          | transacted: ja         | `transacted` of jms must be true or false, not ja.",
        "consent/from-jms  | cacheLevelName: CACHE_CONSUMER | cacheLevelName: CACHE_ALL | `cacheLevelName` of jms may not be CACHE_ALL: "
                + "it is one of CACHE_AUTO, CACHE_CONNECTION, CACHE_CONSUMER, CACHE_NONE, CACHE_SESSION.",
        "consent/from-jms  | concurrentConsumers:      | concurentConsumers:    | jms has no option `concurentConsumers`.",
        "consent/from-jms  | uri: jms                  | uri: jmss              | Camel has no component jmss.",
        "consent/from-jms  | disableReplyTo: true      | disableReplyTo: false  | jms must have `disableReplyTo: true` here, or a JMSReplyTo "
                + "gets a second answer when the route ends.",
        "consent/from-jms  | {{eid.jms.consent.client}} | {{eid.jms.consent.cleint}} | application.yaml does not name the setting "
                + "eid.jms.consent.cleint.",
        "consent/forward   | deliveryPersistent: true  | acceptMessagesWhileStopping: true | jms takes `acceptMessagesWhileStopping` only "
                + "where it is taken from, in `from`.",
        "consent/answer-call | name: accept            | name: acept            | No route takes direct:acept.",
        "consent/api       | to: direct:read-claim     | to: direct:read-claims | No route takes direct:read-claims.",
        "consent/complete  | id: complete-claim        | id: completed          | The route's id is completed, its file's name complete: they "
                + "must be alike.",
        "consent/accept    | description: >-           | note: >-               | The route has no description.",
        "consent/accept    | routeConfigurationId: failure | routeConfigurationId: failures | There is no routeConfiguration failures.",
        "consent/late-answer | for claim ${variable.claimId}\" | in ${body}\"   | This logs ${body…}, which may be personal or secret: log ids only.",
        "consent/late-answer | for claim ${variable.claimId}\" | in ${headers}\" | This logs ${headers…}, which may be personal or secret: log "
                + "ids only.",
        "consent/late-answer | for claim ${variable.claimId}\" | of ${variable.iin}\" | This logs the variable iin, which may be personal or "
                + "secret: log ids only.",
    })
    void whenATextIsReplacedThenTheMistakeIsFoundInItsLine(String name, String text, String other, String sentence) throws IOException {
        String file = name + RouteFile.SUFFIX;
        routes.replace(file, text, other);

        assertFound(file, sentence.equals("The route has no description.") ? 1 : routes.line(file, other), sentence);
    }

    @Test
    void whenTheYamlIsBrokenThenTheLineIsNamed() throws IOException {
        routes.replace(ACCEPT, "        - bean:\n            id: permit-client", "        - bean:\n\t\t\tid: permit-client");

        assertFound(ACCEPT, routes.line(ACCEPT, "\tid: permit-client"),
                "This is no YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation).");
    }

    @Test
    void whenAKeyStandsTwiceThenItIsFound() throws IOException {
        routes.replace(ACCEPT, "            method: permit\n", "            method: permit\n            method: store\n");

        assertFound(ACCEPT, routes.line(ACCEPT, "method: permit") + 1, "`method` stands here twice.");
    }

    @Test
    void whenAnIdIsGivenTwiceThenTheSecondIsFound() throws IOException {
        routes.replace(ACCEPT, "id: permit-client", "id: take-file");

        assertFound("consent/from-file.camel.yaml", routes.line("consent/from-file.camel.yaml", "id: take-file"),
                "The id take-file is given already in accept.camel.yaml:" + routes.line(ACCEPT, "id: take-file")
                        + "; ids are unique in the whole application.");
    }

    @Test
    void whenAnIdIsThatOfARouteInJavaThenItIsFound() throws IOException {
        routes.replace(ACCEPT, "id: permit-client", "id: smev-ack");

        assertFound(ACCEPT, routes.line(ACCEPT, "id: smev-ack"), "The id smev-ack is that of a route in Java.");
    }

    @Test
    void whenTwoRoutesTakeOneNameThenTheSecondIsFound() throws IOException {
        routes.write("consent/other.camel.yaml", route("other", "direct, parameters: {name: accept}"));

        assertFound("consent/other.camel.yaml", 7, "direct:accept is taken already in accept.camel.yaml:"
                + routes.line(ACCEPT, "name: accept") + ".");
    }

    @Test
    void whenARouteThatJavaCallsIsGoneThenItsFolderIsNamed() throws IOException {
        routes.delete("consent/refuse-answer.camel.yaml");

        assertFound("consent", 1, "No route takes direct:refuse-answer, which Java calls for the operator.");
    }

    @Test
    void whenTheLibraryOfAComponentIsNotThereThenItIsNamed() throws IOException {
        insertBeforeLog("- to: {uri: kafka, parameters: {topic: late}}");

        assertFound(LATE, routes.line(LATE, "uri: kafka"), "The component kafka is not in this application; its library is camel-kafka.");
    }

    @Test
    void whenTheComponentLogShowsBodiesThenItIsFound() throws IOException {
        insertBeforeLog("- to: {uri: log, parameters: {loggerName: late, showHeaders: true}}");

        assertThat(check.mistakesIn(routes.folder())).extracting(Mistake::toString).containsExactly(
                at(LATE, routes.line(LATE, "uri: log")) + "The component log shows the body: it must have `showBody: false`.",
                at(LATE, routes.line(LATE, "uri: log")) + "`showHeaders` writes to the log what may be personal or secret.");
    }

    @Test
    void whenAnOpenBreakerGoesOnWithTheRequestThenItIsFound() throws IOException {
        insertBeforeLog("- circuitBreaker: {steps: [{to: {uri: direct, parameters: {name: call-webhook}}}]}");

        assertFound(LATE, routes.line(LATE, "circuitBreaker"), "While this circuit breaker is open the route goes on with the request "
                + "as if it were the answer: its configuration must have `throwExceptionWhenHalfOpenOrOpenState: true`.");
    }

    @Test
    void whenTheFallbackOfABreakerRaisesNothingThenItIsFound() throws IOException {
        insertBeforeLog("""
                - circuitBreaker:
                            steps: [{to: {uri: direct, parameters: {name: call-webhook}}}]
                            onFallback:
                              steps: [{setBody: {constant: {expression: "{}"}}}]""");

        assertFound(LATE, routes.line(LATE, "onFallback"), "This fallback hides that the circuit breaker is open: raise a failure in it, "
                + "or lead it to direct:route-failure.");
    }

    @Test
    void whenABreakerShowsThatItIsOpenThenThereIsNoMistake() throws IOException {
        insertBeforeLog("""
                - circuitBreaker:
                            resilience4jConfiguration: {throwExceptionWhenHalfOpenOrOpenState: true}
                            steps: [{to: {uri: direct, parameters: {name: call-webhook}}}]
                        - circuitBreaker:
                            steps: [{to: {uri: direct, parameters: {name: call-webhook}}}]
                            onFallback:
                              steps: [{throwException: {exceptionType: java.io.IOException, message: open}}]""");

        assertThat(check.mistakesIn(routes.folder())).isEmpty();
    }

    @Test
    void whenAHeaderHoldsStateThenItIsFound() throws IOException {
        insertBeforeLog("- setHeader: {name: late, constant: {expression: \"true\"}}");

        assertFound(LATE, routes.line(LATE, "setHeader"), "This header is sent nowhere. Keep state in a variable; a header is set right "
                + "before the call that sends it.");
    }

    @Test
    void whenAStepDecidesByAHeaderThenItIsFound() throws IOException {
        routes.replace("consent/send.camel.yaml", "${variable.stored} == true", "${header.stored} == true");

        assertFound("consent/send.camel.yaml", routes.line("consent/send.camel.yaml", "${header.stored}"),
                "Headers are read only into variables, by setVariable at a door.");
    }

    @Test
    void whenAnHttpCallMayBeSteeredByHeadersThenItIsFound() throws IOException {
        insertBeforeLog("- to: {uri: http, parameters: {httpUri: archive.example, throwExceptionOnFailure: false}}");

        assertFound(LATE, routes.line(LATE, "uri: http"), "http must have `bridgeEndpoint: true` here, or a header that came in may choose "
                + "where the call goes.");
    }

    @Test
    void whenFailuresOfADoorAreNotRoutedThenItIsFound() throws IOException {
        routes.replace(DOOR, "    routeConfigurationId: failure\n", "");

        assertFound(DOOR, 1, "This route begins at a door, so its failures need `routeConfigurationId: failure`.");
    }

    @Test
    void whenAFileHoldsTwoRoutesThenTheSecondIsFound() throws IOException {
        routes.write(LATE, Files.readString(routes.file(LATE)) + route("two", "direct, parameters: {name: two}"));

        assertFound(LATE, routes.line(LATE, "id: two") - 1,
                "A file holds one thing: this is a second one. Give it a file of its own.");
    }

    @Test
    void whenAFileIsNotNamedAsARouteFileThenItIsFound() throws IOException {
        routes.write("consent/other.yaml", route("other", "direct, parameters: {name: other}"));

        assertFound("consent/other.yaml", 1, "This file is never loaded: the name of a route file ends in .camel.yaml.");
    }

    @Test
    void whenAStepIsNotCanonicalThenItIsFound() throws IOException {
        insertBeforeLog("- to: direct:forward");

        assertFound(LATE, routes.line(LATE, "direct:forward"), "Canonically `to` is a mapping, not a text: {uri: …, parameters: …}.");
    }

    @Test
    void whenAnExpressionCannotBeReadThenItIsFound() throws IOException {
        routes.replace("consent/send.camel.yaml", "${variable.stored} == true", "${variable.stored == true");

        assertThat(check.mistakesIn(routes.folder())).singleElement().extracting(Mistake::toString).asString()
                .startsWith(at("consent/send.camel.yaml", routes.line("consent/send.camel.yaml", "${variable.stored"))
                        + "The simple language cannot read this: ");
    }

    private void insertBeforeLog(String step) throws IOException {
        routes.replace(LATE, "- log:", step + "\n        - log:");
    }

    private static String route(String id, String from) {
        return """
                - route:
                    id: %s
                    description: "In: nothing. Out: nothing."
                    routeConfigurationId: failure
                    from:
                      uri: %s
                      steps: []
                """.formatted(id, from.replace(", parameters: {", "\n      parameters: {"));
    }

    private void assertFound(String file, int line, String sentence) {
        assertThat(check.mistakesIn(routes.folder())).extracting(Mistake::toString).containsExactly(at(file, line) + sentence);
    }

    private String at(String file, int line) {
        return routes.file(file) + ":" + line + ": ";
    }
}
