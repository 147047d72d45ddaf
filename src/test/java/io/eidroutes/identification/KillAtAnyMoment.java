package io.eidroutes.identification;

import static io.eidroutes.identification.KillableApplication.PARTNER;
import static io.eidroutes.identification.KillableApplication.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eidroutes.identification.KillableApplication.Attempt;
import io.eidroutes.identification.KillableApplication.Begun;
import io.eidroutes.simulator.Simulators;
import io.eidroutes.simulator.scenario.Disturbance.Slow;
import io.eidroutes.simulator.scenario.Operation;
import io.eidroutes.simulator.scenario.Scenario;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Users on their way and a kill that falls anywhere: each identification ends as the store had it, no code is sent twice. */
final class KillAtAnyMoment {

    static final int USERS = 12;

    private static final int LONGEST_THOUGHT_MILLIS = 1500;
    private static final int LONGEST_CALL_MILLIS = 500;
    private static final Set<String> OPEN = Set.of("created", "at-aitu");
    private static final Set<String> PERSON_STORED = Set.of("identified", "fetching", "ready");

    private final Random random = new Random();

    /** One identification and how far its user got. */
    private static final class User {
        private final Begun begun;
        private volatile Optional<Attempt> attempt = Optional.empty();
        private volatile Optional<String> ticket = Optional.empty();

        private User(Begun begun) {
            this.begun = begun;
        }
    }

    /** One kill. */
    void trial() throws Exception {
        try (KillableApplication application = new KillableApplication()) {
            application.start("--eid.identification.browser-wait=300ms");
            Begun first = application.begin(PARTNER, "900517400019");
            application.awaitRelease(first, ticket(application.comeBack(application.leave(first))));
            List<User> users = new ArrayList<>();
            for (int i = 0; i < USERS; i++) {
                users.add(new User(application.begin(PARTNER, "9005174%05d".formatted(i))));
                takeTime(application, users.get(i).begun.iin());
            }
            String moment = killUnderWay(application, users);
            Map<UUID, String> stored = application.stored();
            for (User user : users) {
                if (user.ticket.isPresent() || application.asked(user.begun.iin())) {
                    assertThat(stored.get(user.begun.id())).as("what somebody knows is stored; killed %s", moment)
                            .isIn(PERSON_STORED);
                }
            }

            application.start("--eid.aitu.http.deadline=2s", "--eid.identification.exchange-timeout=10s",
                    "--eid.identification.sweep=200ms");
            for (User user : users) {
                goOn(application, user, stored.get(user.begun.id()));
            }

            for (User user : users) {
                String then = stored.get(user.begun.id());
                await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(application.state(user.begun))
                        .as("stored as %s, killed %s: %s", then, moment, stored.values())
                        .isEqualTo(then.equals("exchanging") ? "interrupted" : "ready"));
                user.ticket.ifPresent(ticket -> application.awaitRelease(user.begun, ticket));
            }
            assertThat(application.simulators().aitu().received().totals().mostRequestsForOneCode()).as(moment).isEqualTo(1);
        }
    }

    /** Users think, and calls take their time, so that the kill finds each of them elsewhere. */
    private void takeTime(KillableApplication application, String iin) {
        Simulators simulators = application.simulators();
        simulators.aitu().next(Scenario.on(Operation.AUTHORIZATION, upTo(LONGEST_THOUGHT_MILLIS)).when("iin=" + iin).always());
        simulators.aitu().next(Scenario.on(Operation.TOKEN, upTo(LONGEST_CALL_MILLIS)).when("iin=" + iin).always());
        simulators.coid().next(Scenario.on(Operation.PERSONAL_DATA, upTo(LONGEST_CALL_MILLIS)).when(iin).always());
    }

    private Slow upTo(int millis) {
        return new Slow(random.nextInt(millis));
    }

    /** After any of the calls that the users cause; so it finds them under way on a slow machine too. */
    private String killUnderWay(KillableApplication application, List<User> users) throws Exception {
        long before = calls(application);
        int after = random.nextInt(2 * USERS + 1);
        int later = random.nextInt(LONGEST_CALL_MILLIS / 2);
        List<CompletableFuture<Void>> ways = users.stream()
                .map(user -> application.inBackground(() -> go(application, user))).toList();
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(5)).until(() -> calls(application) - before >= after);
        new CompletableFuture<Void>().completeOnTimeout(null, later, TimeUnit.MILLISECONDS).join();
        application.kill();
        ways.forEach(CompletableFuture::join);
        return later + " ms after call " + after;
    }

    private static long calls(KillableApplication application) {
        return application.simulators().aitu().received().totals().tokenRequests()
                + application.simulators().coid().received().requests();
    }

    private static Void go(KillableApplication application, User user) throws Exception {
        try {
            user.attempt = Optional.of(application.leave(user.begun));
            user.ticket = Optional.of(ticket(application.comeBack(user.attempt.get())));
        } catch (IOException killed) {
            // That is as far as this user got.
        }
        return null;
    }

    /** Whose browser had no answer reloads the page, or begins if it had not yet left. */
    private static void goOn(KillableApplication application, User user, String stored) throws Exception {
        if (user.ticket.isEmpty() && user.attempt.isPresent()) {
            HttpResponse<String> reloaded = application.comeBack(user.attempt.get());
            assertThat(reloaded.statusCode()).as("stored as %s", stored).isEqualTo(OPEN.contains(stored) ? 303 : 409);
            user.ticket = reloaded.statusCode() == 303 ? Optional.of(ticket(reloaded))
                    : Browser.link(reloaded).map(link -> Browser.query(link).get("result_ticket"));
            assertThat(user.ticket.isPresent()).as("stored as %s", stored).isEqualTo(!stored.equals("exchanging"));
        } else if (user.ticket.isEmpty()) {
            assertThat(stored).isIn(OPEN);
            user.attempt = Optional.of(application.leave(user.begun));
            user.ticket = Optional.of(ticket(application.comeBack(user.attempt.get())));
        }
    }
}
