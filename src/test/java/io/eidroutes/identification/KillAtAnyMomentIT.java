package io.eidroutes.identification;

import static io.eidroutes.identification.KillableApplication.PARTNER;
import static io.eidroutes.identification.KillableApplication.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eidroutes.identification.KillableApplication.Attempt;
import io.eidroutes.identification.KillableApplication.Begun;
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
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Wherever a kill falls, each identification ends as the store had it, and no code is sent twice. */
class KillAtAnyMomentIT {

    private static final int USERS = 12;
    private static final int LATEST_KILL_MILLIS = 1500;
    private static final int LONGEST_CALL_MILLIS = 500;
    private static final Set<String> OPEN = Set.of("created", "at-aitu");
    private static final Set<String> PERSON_STORED = Set.of("identified", "fetching", "ready");

    private final Random random = new Random();

    /** One identification and how far its user got. */
    private static final class User {
        private final Begun begun;
        /** Goes on after the kill; else leaves everything as it is. */
        private final boolean stubborn;
        private volatile Optional<Attempt> attempt = Optional.empty();
        private volatile Optional<String> ticket = Optional.empty();

        private User(Begun begun, boolean stubborn) {
            this.begun = begun;
            this.stubborn = stubborn;
        }

        @Override
        public String toString() {
            return begun.iin() + (attempt.isPresent() ? " left" : "") + (ticket.isPresent() ? " came back" : "");
        }
    }

    @Test
    void whenKilledAtAnyMomentThenNoCodeIsSentTwiceAndNobodyIdentifiedIsLost() throws Exception {
        try (KillableApplication application = new KillableApplication()) {
            application.start("--eid.identification.browser-wait=300ms");
            List<User> users = new ArrayList<>();
            for (int i = 0; i < USERS; i++) {
                users.add(new User(application.begin(PARTNER, "9005174%05d".formatted(i)), i % 2 == 0));
                takeTime(application, users.get(i).begun.iin());
            }
            killUnderWay(application, users);
            Map<UUID, String> stored = application.stored();
            assertThat(users).allSatisfy(user -> assertThat(stored.get(user.begun.id())).isIn(
                    user.ticket.isPresent() || application.asked(user.begun.iin()) ? PERSON_STORED
                            : Set.of("created", "at-aitu", "exchanging", "identified", "fetching", "ready")));

            application.start("--eid.identification.exchange-timeout=20s", "--eid.identification.sweep=200ms");
            for (User user : users) {
                goOn(application, user, stored.get(user.begun.id()));
            }

            for (User user : users) {
                String then = stored.get(user.begun.id());
                await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(application.state(user.begun))
                        .as("%s, stored as %s", user, then)
                        .isEqualTo(user.ticket.isPresent() || PERSON_STORED.contains(then) ? "ready" : "interrupted"));
                user.ticket.ifPresent(ticket -> application.awaitRelease(user.begun, ticket));
            }
            assertThat(application.simulators().aitu().received().totals().mostRequestsForOneCode()).isLessThanOrEqualTo(1);
        }
    }

    /** Calls that concern that person take so long that the kill may fall into any of them. */
    private void takeTime(KillableApplication application, String iin) {
        for (Operation operation : List.of(Operation.AUTHORIZATION, Operation.TOKEN)) {
            application.simulators().aitu().next(Scenario.on(operation, new Slow(random.nextInt(LONGEST_CALL_MILLIS)))
                    .when("iin=" + iin).always());
        }
        application.simulators().coid().next(Scenario.on(Operation.PERSONAL_DATA, new Slow(random.nextInt(LONGEST_CALL_MILLIS)))
                .when(iin).always());
    }

    private void killUnderWay(KillableApplication application, List<User> users) throws Exception {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try {
            int after = random.nextInt(LATEST_KILL_MILLIS);
            List<CompletableFuture<Boolean>> ways = users.stream()
                    .map(user -> application.inBackground(() -> go(application, user))).toList();
            clock.schedule(() -> {
                application.kill();
                return true;
            }, after, TimeUnit.MILLISECONDS).get();
            ways.forEach(CompletableFuture::join);
        } finally {
            clock.shutdown();
        }
    }

    /** @return whether the user got to the end before the kill */
    private static boolean go(KillableApplication application, User user) throws Exception {
        try {
            user.attempt = Optional.of(application.leave(user.begun));
            user.ticket = Optional.of(ticket(application.comeBack(user.attempt.get())));
            return true;
        } catch (IOException killed) {
            return false;
        }
    }

    /** What a user does whose browser had no answer. */
    private static void goOn(KillableApplication application, User user, String stored) throws Exception {
        if (user.ticket.isPresent()) {
            return;
        }
        if (user.attempt.isPresent()) {
            HttpResponse<String> reloaded = application.comeBack(user.attempt.get());
            assertThat(reloaded.statusCode()).as("%s, stored as %s", user, stored)
                    .isEqualTo(OPEN.contains(stored) ? 303 : 409);
            user.ticket = Optional.of(reloaded).filter(back -> back.statusCode() == 303).map(KillableApplication::ticket);
        }
        // An exchange that was interrupted does not stand in the way of the next attempt, until it is looked for.
        boolean again = stored.equals("exchanging") && user.stubborn && application.state(user.begun).equals("exchanging");
        if (user.ticket.isEmpty() && (OPEN.contains(stored) || again)) {
            user.attempt = Optional.of(application.leave(user.begun));
            user.ticket = Optional.of(ticket(application.comeBack(user.attempt.get())));
        }
    }
}
