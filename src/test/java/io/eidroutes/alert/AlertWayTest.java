package io.eidroutes.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.failure.Family;
import io.eidroutes.store.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a way does not take waits, becomes no more than one message a code, and goes when the way is open again. */
class AlertWayTest {

    private final List<Alert> tried = new ArrayList<>();
    private boolean open;
    private final AlertWay way = new AlertWay(alert -> {
        tried.add(alert);
        return open;
    }, new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5)));

    @Test
    void whenTheWayIsClosedThenThePausesGrowAndTheSameMessageIsTried() {
        Alert alert = alert("AccessDenied");
        way.add(alert);

        assertThat(way.send().orElseThrow()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(way.send().orElseThrow()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        for (int i = 0; i < 20; i++) {
            assertThat(way.send().orElseThrow()).isLessThanOrEqualTo(Duration.ofMinutes(5));
        }
        assertThat(tried).containsOnly(alert);
    }

    @Test
    void whenTheWayWasClosedForLongThenOneMessageACodeWaitedAndNothingIsLost() {
        way.add(alert("AccessDenied"));
        way.send();
        for (int i = 0; i < 100; i++) {
            way.add(alert("AccessDenied"));
            way.add(alert("SignatureIsInvalid"));
        }
        tried.clear();
        open = true;

        assertThat(way.send()).isEmpty();

        assertThat(tried).extracting(alert -> alert.total().count()).containsExactly(1L, 100L, 100L);
        assertThat(way.leave()).isEmpty();
    }

    @Test
    void whenItIsAttendedThenNobodyElseAttendsUntilNothingWaits() {
        assertThat(way.attend()).as("nothing waits").isFalse();
        way.add(alert("AccessDenied"));
        assertThat(way.attend()).isTrue();
        assertThat(way.attend()).isFalse();
        way.send();
        assertThat(way.attend()).as("it is tried again").isFalse();
        open = true;
        way.send();
        way.add(alert("AccessDenied"));
        assertThat(way.attend()).isTrue();
    }

    @Test
    void whenItEndsThenWhatWasNotTakenIsKnown() {
        way.add(alert("AccessDenied"));
        way.send();
        way.add(alert("AccessDenied"));

        assertThat(way.leave()).hasSize(2);
        assertThat(way.leave()).isEmpty();
    }

    private static Alert alert(String code) {
        return Alert.of(AlertChannel.OPERATOR, Map.of(new AlertKey(AlertChannel.OPERATOR, Family.SMEV_FAULT, code),
                Tally.one("partner", Instant.EPOCH, List.of())));
    }
}
