package io.eidroutes.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** When the doors are open. */
class BacklogTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Boolean> pauses = new ArrayList<>();
    private Supplier<ClaimFigures> store = () -> ClaimFigures.NONE;
    private final Backlog backlog = new Backlog(() -> store.get(), new ConsentSettings.Backlog(10, 5, Duration.ofSeconds(1)),
            List.of(pauses::add), meters);

    @Test
    void whenTheHighMarkIsReachedThenFullUntilTheLowMark() {
        counted(9);
        assertThat(backlog.full()).isFalse();
        counted(10);
        assertThat(backlog.full()).isTrue();
        assertThat(meters.get("eid.backlog.full").gauge().value()).isEqualTo(1);
        counted(6);
        assertThat(backlog.full()).isTrue();
        counted(5);
        assertThat(backlog.full()).isFalse();
        counted(9);
        assertThat(backlog.full()).isFalse();
        assertThat(pauses).containsExactly(false, true, true, false, false);
    }

    @Test
    void whenThisNodeAcceptsBetweenTwoCountsThenThatIsAdded() {
        counted(8);
        backlog.accepted();
        assertThat(backlog.full()).isFalse();
        backlog.accepted();
        assertThat(backlog.full()).isTrue();
        counted(4);
        assertThat(backlog.full()).isFalse();
        backlog.accepted();
        assertThat(backlog.full()).isFalse();
    }

    @Test
    void whenTheStoreCannotBeReachedThenDoorsPauseUntilItCan() {
        store = () -> {
            throw new DataAccessResourceFailureException("away");
        };
        backlog.count();
        assertThat(backlog.reachable()).isFalse();
        assertThat(backlog.full()).isFalse();
        counted(1);
        assertThat(backlog.reachable()).isTrue();
        assertThat(pauses).containsExactly(true, false);
    }

    @Test
    void whenCountedThenMetersShowIt() {
        store = () -> new ClaimFigures(Map.of(ClaimState.SENT, 3L, ClaimState.UNCERTAIN, 2L), 1, Duration.ofSeconds(90), Duration.ofMillis(1500), 4);
        backlog.count();

        assertThat(meters.get("eid.claims.open").tag("state", "sent").gauge().value()).isEqualTo(3);
        assertThat(meters.get("eid.claims.open").tag("state", "accepted").gauge().value()).isZero();
        assertThat(meters.get("eid.claims.held").gauge().value()).isEqualTo(1);
        assertThat(meters.get("eid.claims.oldest.open").gauge().value()).isEqualTo(90);
        assertThat(meters.get("eid.claims.oldest.due").gauge().value()).isEqualTo(1.5);
        assertThat(meters.get("eid.answers.quarantined").gauge().value()).isEqualTo(4);
    }

    @Test
    void whenTheLowMarkIsNotBelowTheHighOneThenTheSettingIsRefused() {
        assertThatThrownBy(() -> new ConsentSettings.Backlog(5, 5, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void counted(long open) {
        store = () -> new ClaimFigures(Map.of(ClaimState.SENT, open), 0, Duration.ZERO, Duration.ZERO, 0);
        backlog.count();
    }
}
