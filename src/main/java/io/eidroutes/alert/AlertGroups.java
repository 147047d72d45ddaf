package io.eidroutes.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes few messages of many failures. The first failure of a code goes out at once; those within the window after it are
 * counted and go as one message at its end, when another window begins. A channel has only so many messages within any
 * minute: what there is more goes as one message about several codes as soon as there is room for it.
 *
 * <p>It is kept in memory, and bounded by the codes that the catalogue knows. A process that is killed takes along what it
 * has counted since the last message; each failure has its line in the log.
 */
final class AlertGroups {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Duration window;
    private final int mostPerMinute;
    private final Clock clock;
    private final Map<AlertKey, Group> groups = new LinkedHashMap<>();
    private final Map<AlertChannel, Budget> budgets = new EnumMap<>(AlertChannel.class);

    AlertGroups(Duration window, int mostPerMinute, Clock clock) {
        this.window = window;
        this.mostPerMinute = mostPerMinute;
        this.clock = clock;
        for (AlertChannel channel : AlertChannel.values()) {
            budgets.put(channel, new Budget());
        }
    }

    /** A failure happened: the message that goes out now, if one does. */
    synchronized Optional<Alert> add(AlertKey key, String kind, List<String> examples) {
        Instant now = clock.instant();
        Tally one = Tally.one(kind, now, examples);
        Group group = groups.get(key);
        if (group != null) {
            group.counted = Optional.of(group.counted.map(before -> before.and(one)).orElse(one));
            return Optional.empty();
        }
        groups.put(key, new Group(now.plus(window)));
        return budgets.get(key.channel()).spend(key, one, now);
    }

    /** The messages for which the time has come. */
    synchronized List<Alert> due() {
        Instant now = clock.instant();
        List<Alert> due = new ArrayList<>();
        budgets.forEach((channel, budget) -> budget.overflow(channel, now).ifPresent(due::add));
        for (Iterator<Map.Entry<AlertKey, Group>> all = groups.entrySet().iterator(); all.hasNext();) {
            Map.Entry<AlertKey, Group> entry = all.next();
            Group group = entry.getValue();
            if (now.isBefore(group.end)) {
                continue;
            }
            if (group.counted.isEmpty()) {
                all.remove();
                continue;
            }
            budgets.get(entry.getKey().channel()).spend(entry.getKey(), group.counted.get(), now).ifPresent(due::add);
            group.counted = Optional.empty();
            group.end = now.plus(window);
        }
        return due;
    }

    /** Everything that was counted and not said yet, a message a channel; at the end. */
    synchronized List<Alert> rest() {
        Map<AlertChannel, Map<AlertKey, Tally>> rest = new EnumMap<>(AlertChannel.class);
        budgets.forEach((channel, budget) -> {
            rest.put(channel, new LinkedHashMap<>(budget.overflow));
            budget.overflow.clear();
        });
        groups.forEach((key, group) -> group.counted.ifPresent(tally -> rest.get(key.channel()).merge(key, tally, Tally::and)));
        groups.clear();
        return rest.entrySet().stream().filter(channel -> !channel.getValue().isEmpty())
                .map(channel -> Alert.of(channel.getKey(), channel.getValue())).toList();
    }

    /** What was counted in a window. */
    private static final class Group {

        private Instant end;
        private Optional<Tally> counted = Optional.empty();

        Group(Instant end) {
            this.end = end;
        }
    }

    /** How many messages a channel has room for. */
    private final class Budget {

        private final Deque<Instant> spent = new ArrayDeque<>();
        private final Map<AlertKey, Tally> overflow = new LinkedHashMap<>();

        /** Once something waits, what comes later waits with it. */
        Optional<Alert> spend(AlertKey key, Tally tally, Instant now) {
            if (overflow.isEmpty() && room(now)) {
                spent.add(now);
                return Optional.of(Alert.of(key.channel(), Map.of(key, tally)));
            }
            overflow.merge(key, tally, Tally::and);
            return Optional.empty();
        }

        Optional<Alert> overflow(AlertChannel channel, Instant now) {
            if (overflow.isEmpty() || !room(now)) {
                return Optional.empty();
            }
            spent.add(now);
            Alert alert = Alert.of(channel, overflow);
            overflow.clear();
            return Optional.of(alert);
        }

        private boolean room(Instant now) {
            while (!spent.isEmpty() && !spent.peek().isAfter(now.minus(MINUTE))) {
                spent.remove();
            }
            return spent.size() < mostPerMinute;
        }
    }
}
