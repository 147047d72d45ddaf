package io.eidroutes.health;

import io.eidroutes.store.StoreAway;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * How deep the queues of the store are: what is due and nobody has in hand, by the work that the dispatchers name.
 * All nodes say the same, for they share the store.
 */
final class DueWork {

    private static final Figures UNKNOWN = new Figures(Double.NaN, Double.NaN, Double.NaN);
    private static final Map<String, String> TABLES = tables();

    /** @param oldest seconds since the piece has been due that has been longest */
    private record Figures(double due, double oldest, double givenUp) {
    }

    private final JdbcClient jdbc;
    private volatile Map<String, Figures> figures = Map.of();

    DueWork(JdbcClient jdbc, MeterRegistry meters) {
        this.jdbc = jdbc;
        for (String work : TABLES.keySet()) {
            gauge("eid.work.due", work, Figures::due).description("Work that is due and in nobody's hand").register(meters);
            gauge("eid.work.oldest.due", work, Figures::oldest).baseUnit("seconds")
                    .description("How long the work has been due that has been longest").register(meters);
        }
        for (String work : new String[] {"answers", "results"}) {
            gauge("eid.work.given.up", work, Figures::givenUp).description("Work that waits for the operator").register(meters);
        }
    }

    private Gauge.Builder<?> gauge(String name, String work, ToDoubleFunction<Figures> figure) {
        return Gauge.builder(name, () -> figure.applyAsDouble(figures.getOrDefault(work, UNKNOWN))).tag("work", work);
    }

    private static Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("claims", "open_claim");
        tables.put("answers", "delivery");
        tables.put("people", "personal_data_fetch");
        tables.put("results", "result_delivery");
        return tables;
    }

    @Scheduled(fixedDelayString = "${eid.watch.interval:30s}")
    void count() {
        try {
            Map<String, Figures> counted = new LinkedHashMap<>();
            TABLES.forEach((work, table) -> counted.put(work, count(table, work.equals("answers") || work.equals("results"))));
            figures = counted;
        } catch (RuntimeException e) {
            if (!StoreAway.is(e)) {
                throw e;
            }
            figures = Map.of();
        }
    }

    private Figures count(String table, boolean canBeGivenUp) {
        Figures due = jdbc.sql("select count(*) as due, coalesce(extract(epoch from current_timestamp - min(due_at)), 0) as oldest from "
                        + table + " where due_at <= current_timestamp" + (canBeGivenUp ? " and given_up_at is null" : ""))
                .query((row, i) -> new Figures(row.getLong("due"), row.getDouble("oldest"), 0)).single();
        if (!canBeGivenUp) {
            return due;
        }
        return new Figures(due.due(), due.oldest(),
                jdbc.sql("select count(*) from " + table + " where given_up_at is not null").query(Long.class).single());
    }
}
