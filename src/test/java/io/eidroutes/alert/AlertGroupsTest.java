package io.eidroutes.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.failure.Family;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An outage is one message at once and one at the end of each window, and never more than so many a minute. */
class AlertGroupsTest {

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int MOST = 3;

    private final MovingClock clock = new MovingClock();
    private final AlertGroups groups = new AlertGroups(WINDOW, MOST, clock);

    @Test
    void whenTenThousandFailuresHaveOneCodeThenOneMessageGoesAtOnceAndOneAtTheEndOfTheWindow() {
        Instant start = clock.instant();
        List<Alert> atOnce = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            fail("AccessDenied").ifPresent(atOnce::add);
            clock.pass(Duration.ofMillis(10));
        }
        Instant last = clock.instant().minusMillis(10);

        assertThat(atOnce).hasSize(1);
        assertThat(atOnce.get(0).total().count()).isEqualTo(1);
        assertThat(groups.due()).isEmpty();
        clock.pass(WINDOW.minusSeconds(100));
        List<Alert> due = groups.due();
        assertThat(due).hasSize(1);
        assertThat(due.get(0).total().count()).isEqualTo(9_999);
        assertThat(due.get(0).total().first()).isEqualTo(start.plusMillis(10));
        assertThat(due.get(0).total().last()).isEqualTo(last);
        assertThat(due.get(0).id()).isNotEqualTo(atOnce.get(0).id());
    }

    @Test
    void whenAnOutageLastsThenEachWindowHasOneMessage() {
        fail("AccessDenied");
        for (int window = 0; window < 3; window++) {
            assertThat(fail("AccessDenied")).isEmpty();
            assertThat(fail("AccessDenied")).isEmpty();
            clock.pass(WINDOW);
            assertThat(groups.due()).extracting(alert -> alert.total().count()).containsExactly(2L);
        }
    }

    @Test
    void whenAWindowWasQuietThenTheNextFailureGoesAtOnceAgain() {
        fail("AccessDenied");
        clock.pass(WINDOW);

        assertThat(groups.due()).isEmpty();
        assertThat(fail("AccessDenied")).isPresent();
    }

    @Test
    void whenCodesOrChannelsDifferThenTheyAreGroupsOfTheirOwn() {
        assertThat(fail("AccessDenied")).isPresent();
        assertThat(fail("SignatureIsInvalid")).isPresent();
        assertThat(fail(AlertChannel.SECURITY, "AccessDenied")).isPresent();
        assertThat(fail("SignatureIsInvalid")).isEmpty();
    }

    @Test
    void whenThereIsNoMoreRoomThenTheRestGoesAsOneMessageOnceThereIs() {
        int atOnce = 0;
        for (int code = 0; code < 10; code++) {
            atOnce += fail("code-" + code).isPresent() ? 1 : 0;
        }

        assertThat(atOnce).isEqualTo(MOST);
        clock.pass(Duration.ofSeconds(59));
        assertThat(groups.due()).isEmpty();
        clock.pass(Duration.ofSeconds(1));
        List<Alert> due = groups.due();
        assertThat(due).hasSize(1);
        assertThat(due.get(0).tallies()).hasSize(7);
        assertThat(due.get(0).total().count()).isEqualTo(7);
        assertThat(fail("code-10")).as("there is room again").isPresent();
    }

    @Test
    void whenMessagesOfManyWindowsAreDueThenNoMinuteHasMoreThanAllowed() {
        for (int code = 0; code < 10; code++) {
            fail("code-" + code);
            fail("code-" + code);
        }
        long told = MOST;
        for (int second = 0; second < 600; second++) {
            clock.pass(Duration.ofSeconds(1));
            List<Alert> due = groups.due();
            assertThat(due).hasSizeLessThanOrEqualTo(MOST);
            told += due.stream().mapToLong(alert -> alert.total().count()).sum();
        }
        assertThat(told).as("every failure is in a message").isEqualTo(20);
    }

    @Test
    void whenOneChannelIsFullThenTheOtherIsNot() {
        for (int code = 0; code < 10; code++) {
            fail("code-" + code);
        }

        assertThat(fail(AlertChannel.SECURITY, "EID-SIGNATURE-INVALID")).isPresent();
    }

    @Test
    void whenManyClaimsFailThenAFewAreExamples() {
        fail("AccessDenied");
        for (int i = 0; i < 100; i++) {
            groups.add(key(AlertChannel.OPERATOR, "AccessDenied"), "partner", List.of("claim-" + i % 50));
        }
        clock.pass(WINDOW);

        assertThat(groups.due().get(0).total().examples()).containsExactly("claim-0", "claim-1", "claim-2", "claim-3", "claim-4");
    }

    @Test
    void whenItEndsThenWhatWasCountedIsOneMessageAChannel() {
        for (int code = 0; code < 4; code++) {
            fail("code-" + code);
            fail("code-" + code);
        }
        fail(AlertChannel.SECURITY, "EID-SIGNATURE-INVALID");

        List<Alert> rest = groups.rest();

        assertThat(rest).hasSize(1);
        assertThat(rest.get(0).channel()).isEqualTo(AlertChannel.OPERATOR);
        assertThat(rest.get(0).total().count()).isEqualTo(5);
        assertThat(groups.rest()).isEmpty();
    }

    private Optional<Alert> fail(String code) {
        return fail(AlertChannel.OPERATOR, code);
    }

    private Optional<Alert> fail(AlertChannel channel, String code) {
        return groups.add(key(channel, code), "partner", List.of());
    }

    private static AlertKey key(AlertChannel channel, String code) {
        return new AlertKey(channel, Family.SMEV_FAULT, code);
    }
}
