package io.eidroutes.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.RoutesWithout;
import io.eidroutes.consent.ConsentTest;
import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Operation;
import io.eidroutes.simulator.smev.Received;
import io.eidroutes.simulator.smev.Scenario;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/**
 * With the profile dev an engineer moves the branch of a code to another treatment by one line of its router, saves, and
 * СМЭВ and the caller see the other behaviour at once. Each treatment there is has its move; the application is one.
 */
@ActiveProfiles("dev")
@TestPropertySource(properties = {"eid.routes=target/routes-to-edit-${fork:1}", "eid.smev.node-id=edited-routes"})
@ExtendWith(OutputCaptureExtension.class)
class EditedBranchTest extends ConsentTest {

    private static final Path ROUTES = Path.of("target", "routes-to-edit-" + System.getProperty("fork", "1"));
    private static final String FIELD = "claim:field('orgOgrn'";

    static {
        RoutesWithout.copyTo("routes-to-edit");
    }

    private static final Sender SMEV_REFUSES = new Sender(Family.SMEV_FAULT, "InvalidContent");
    private static final Sender SMEV_IS_BROKEN = new Sender(Family.SMEV_FAULT, "SMEVFailure");
    private static final Sender ESIA_REFUSES = new Sender(Family.ESIA, "ESIA-036701");
    /** СМЭВ refuses so many sendings and takes the next. */
    private static final int REFUSALS = 5;

    /** Who says which code: СМЭВ to a sending, or ESIA in its answer. */
    private record Sender(Family family, String code) {
    }

    /**
     * What becomes of a claim.
     *
     * @param messages how many MessageIDs СМЭВ saw
     * @param sendings how many requests
     * @param state    of the claim in the end
     * @param answer   the status that the caller reads, or none
     * @param kind     that the failure counted with
     * @param told     whether an alert was raised, for the operator or for security
     * @param aside    how many answers went into quarantine
     */
    private record Behaviour(int messages, int sendings, String state, String answer, String kind, boolean told, int aside) {

        static Behaviour atSending(int messages, int sendings, String state, String answer, String kind, boolean told) {
            return new Behaviour(messages, sendings, state, answer, kind, told, 0);
        }

        /** It was asked for once; the answer is still in СМЭВ's queue, since nobody acknowledged it. */
        static Behaviour ofAnswerLeft(String kind, boolean told, int aside) {
            return new Behaviour(1, 1, "sent", "none", kind, told, aside);
        }
    }

    private record Move(Sender sender, String treatment, Behaviour behaviour) {
        @Override
        public String toString() {
            return sender.code + " to " + treatment;
        }
    }

    @Autowired
    private CamelContext camel;

    @Autowired
    private JdbcClient jdbc;

    static List<Move> moves() {
        return List.of(
                new Move(SMEV_IS_BROKEN, "answer-caller", Behaviour.atSending(1, 1, "answered", "FAULT", "partner", false)),
                new Move(SMEV_REFUSES, "ask-user", Behaviour.atSending(1, 1, "answered", "FAULT", "user", false)),
                new Move(SMEV_REFUSES, "tell-operator", Behaviour.atSending(1, 1, "answered", "FAULT", "partner", true)),
                new Move(SMEV_REFUSES, "keep-unknown", Behaviour.atSending(1, 1, "answered", "FAULT", "unknown", true)),
                new Move(SMEV_REFUSES, "end-claim", Behaviour.atSending(1, 1, "expired", "FAULT", "partner", true)),
                new Move(SMEV_REFUSES, "treat-as-sent", Behaviour.atSending(1, 1, "sent", "none", "retry", false)),
                new Move(SMEV_REFUSES, "retry-same-message",
                        Behaviour.atSending(1, REFUSALS + 1, "answered", "SUCCEEDED", "retry", false)),
                new Move(SMEV_REFUSES, "retry-and-tell-operator",
                        Behaviour.atSending(1, REFUSALS + 1, "answered", "SUCCEEDED", "retry", true)),
                new Move(SMEV_REFUSES, "retry-then-keep-unknown",
                        Behaviour.atSending(1, 5, "answered", "FAULT", "unknown", true)),
                new Move(SMEV_REFUSES, "reissue-message", Behaviour.atSending(4, 4, "answered", "FAULT", "retry", true)),
                new Move(SMEV_REFUSES, "retry-later",
                        Behaviour.atSending(REFUSALS + 1, REFUSALS + 1, "answered", "SUCCEEDED", "retry", true)),
                new Move(SMEV_REFUSES, "hold-for-operator",
                        Behaviour.atSending(REFUSALS + 1, REFUSALS + 1, "answered", "SUCCEEDED", "retry", true)),
                new Move(SMEV_REFUSES, "ignore", Behaviour.atSending(1, REFUSALS + 1, "answered", "SUCCEEDED", "retry", false)),
                new Move(SMEV_REFUSES, "note-for-operator",
                        Behaviour.atSending(1, REFUSALS + 1, "answered", "SUCCEEDED", "partner", true)),
                new Move(ESIA_REFUSES, "ignore", Behaviour.ofAnswerLeft("retry", false, 0)),
                new Move(ESIA_REFUSES, "note-for-operator", Behaviour.ofAnswerLeft("partner", true, 0)),
                new Move(ESIA_REFUSES, "quarantine-answer", Behaviour.ofAnswerLeft("partner", true, 1)),
                new Move(ESIA_REFUSES, "alert-security", Behaviour.ofAnswerLeft("security", true, 1)));
    }

    @ParameterizedTest
    @MethodSource("moves")
    void whenTheBranchOfACodeIsMovedThenTheNextFailureIsTreatedSo(Move move, CapturedOutput log) throws Exception {
        save(move.sender.family, FailureRoute.moved(shipped(move.sender.family), move.sender.code, move.treatment));
        assertBehaves(move.sender, move.behaviour, log);
    }

    @Test
    void whenNothingIsMovedThenTheSameFailuresAreTreatedAsShipped(CapturedOutput log) throws Exception {
        save(Family.SMEV_FAULT, shipped(Family.SMEV_FAULT));
        save(Family.ESIA, shipped(Family.ESIA));
        Behaviour refused = Behaviour.atSending(1, 1, "answered", "FAULT", "partner", false);
        assertBehaves(SMEV_REFUSES, refused, log);
        smev().reset();
        assertBehaves(ESIA_REFUSES, refused, log);
        smev().reset();
        assertBehaves(SMEV_IS_BROKEN, Behaviour.atSending(1, REFUSALS + 1, "answered", "SUCCEEDED", "retry", false), log);
    }

    @Test
    void whenThereIsATreatmentThenABranchIsMovedToIt() {
        assertThat(moves().stream().map(Move::treatment).distinct()).containsExactlyInAnyOrderElementsOf(FailureRoute.treatments());
    }

    @Test
    void whenTheBranchOfTheLoginIsMovedThenTheNextCallerIsAnsweredSo() throws Exception {
        double before = failures("validation", "unauthenticated", "user");
        save(Family.VALIDATION, FailureRoute.moved(shipped(Family.VALIDATION), "unauthenticated", "ask-user"));

        HttpResponse<String> answer = get(UUID.randomUUID().toString(), "Authorization", basic("demo", "wrong"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(JSON.readTree(answer.body()).path("kind").asText()).isEqualTo("user");
        assertThat(failures("validation", "unauthenticated", "user")).isEqualTo(before + 1);
    }

    /** The way to the branch of EID-MAPPING, which no request of a caller leads to. */
    @Test
    void whenTheMappingWritesWhatTheSchemaForbidsThenTheClaimWaitsUntilItIsMended() throws Exception {
        Path mapping = ROUTES.resolve("consent/mapping/request.xsl");
        List<String> shipped = Files.readAllLines(mapping);
        assertThat(String.join("", shipped)).containsOnlyOnce(FIELD);
        double before = failures("validation", "EID-MAPPING", "retry");
        save(mapping, shipped.stream().map(line -> line.replace(FIELD, "claim:field('orgNumber'")).toList());
        try {
            await().until(() -> {
                post(example().toString(), "Prefer", "respond-async");
                return failures("validation", "EID-MAPPING", "retry") > before;
            });
            String id = claimId(post(example().toString(), "Prefer", "respond-async"));
            double known = failures("validation", "EID-MAPPING", "retry");
            await().until(() -> failures("validation", "EID-MAPPING", "retry") > known);
            assertThat(jdbc.sql("select count(*) from attempt where claim_id = :id").param("id", UUID.fromString(id))
                    .query(Integer.class).single()).isZero();
            assertThat(JSON.readTree(get(id).body()).path("state").asText()).isEqualTo("accepted");

            save(mapping, shipped);

            await().untilAsserted(() -> assertThat(JSON.readTree(get(id).body()).path("response").toString()).isEqualTo(SUCCEEDED));
        } finally {
            save(mapping, shipped);
        }
        await().until(() -> jdbc.sql("select count(*) from open_claim where state in ('accepted', 'sending')")
                .query(Integer.class).single() == 0);
    }

    private void assertBehaves(Sender sender, Behaviour expected, CapturedOutput log) throws Exception {
        double before = failures(sender.family.label(), sender.code, expected.kind);
        int aside = aside();
        ObjectNode claim = example();
        smev().next(sender.family == Family.ESIA
                ? Scenario.of(Effect.Esia.fault(sender.code, "Отказ")).on(Operation.SEND_REQUEST).when(session(claim))
                : Scenario.of(Effect.Fault.named(sender.code)).on(Operation.SEND_REQUEST).when(session(claim)).times(REFUSALS));

        String id = claimId(post(claim.toString(), "Prefer", "respond-async"));

        // Looked for in the store: who reads an answer has it delivered.
        await().untilAsserted(() -> assertThat(openState(id)).isEqualTo(expected.state.equals("sent") ? "sent" : "ended"));
        JsonNode shown = JSON.readTree(get(id).body());
        await().untilAsserted(() -> {
            List<Received.Message> messages = smev().received().messages();
            assertThat(messages).allMatch(Received.Message::identicalBytes);
            assertThat(new Behaviour(messages.size(), messages.stream().mapToInt(Received.Message::count).sum(),
                    shown.path("state").asText(), shown.at("/response/status").asText("none"), expected.kind,
                    log.getAll().lines().anyMatch(line -> line.contains("alert.Alerts") && line.contains(id)),
                    aside() - aside)).isEqualTo(expected);
            assertThat(failures(sender.family.label(), sender.code, expected.kind)).isGreaterThan(before);
        });
    }

    /** As editors do: the whole file at once. */
    private static void save(Path file, List<String> lines) throws IOException {
        Path saved = Files.write(ROUTES.resolve("being-saved"), lines);
        Files.move(saved, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private void save(Family family, List<String> lines) throws IOException {
        Path router = ROUTES.resolve("failure").resolve(FailureRoute.routerFile(family));
        if (Files.readAllLines(router).equals(lines)) {
            return;
        }
        String id = FailureRoute.routerOf(family).id();
        Route before = camel.getRoute(id);
        save(router, lines);
        await().until(() -> {
            Route now = camel.getRoute(id);
            return now != null && now != before && camel.getRouteController().getRouteStatus(id) == ServiceStatus.Started;
        });
    }

    private static List<String> shipped(Family family) throws IOException {
        return Files.readAllLines(FailureRoute.FOLDER.resolve(FailureRoute.routerFile(family)));
    }

    private String openState(String claim) {
        return jdbc.sql("select state from open_claim where claim_id = :id").param("id", UUID.fromString(claim))
                .query(String.class).optional().orElse("ended");
    }

    private int aside() {
        return jdbc.sql("select count(*) from quarantine").query(Integer.class).single();
    }
}
